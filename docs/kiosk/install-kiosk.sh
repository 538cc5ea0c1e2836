#!/bin/sh
# Makes a Debian 12 or 13 machine a wall: it shows one address from power on, full screen, and nothing else.
#
#   sudo sh install-kiosk.sh --url 'http://server:3000/wall?profile=gansu'
#
# --root DIR    lays the files below DIR and touches nothing else: for images, and to look first
# --user NAME   the user that the wall runs as (wall)
# --remove      takes everything away again but the packages and the user
set -eu

url= root= user=wall remove=
usage() {
	sed -n '2,9s/^# \{0,1\}//p' "$0"
	exit "${1:-2}"
}
while [ $# -gt 0 ]; do
	case $1 in
	--url | --root | --user)
		[ $# -ge 2 ] || usage
		case $1 in --url) url=$2 ;; --root) root=${2%/} ;; --user) user=$2 ;; esac
		shift 2
		;;
	--remove)
		remove=yes
		shift
		;;
	-h | --help) usage 0 ;;
	*) usage ;;
	esac
done
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

files='/usr/local/bin/gongbang-wall
/etc/systemd/system/gongbang-wall.service
/etc/systemd/system/gongbang-wall-restart.service
/etc/systemd/system/gongbang-wall-restart.timer
/etc/pam.d/gongbang-wall
/etc/chromium/policies/managed/gongbang-wall.json'

if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
	echo '请用 root 运行。Run this as root, or with --root DIR.' >&2
	exit 1
fi

if [ -n "$remove" ]; then
	[ -n "$root" ] || systemctl disable --now gongbang-wall.service gongbang-wall-restart.timer || true
	for file in $files; do rm -f "$root$file"; done
	[ -n "$root" ] || systemctl daemon-reload
	echo '已卸载。Removed.'
	exit 0
fi

case $url in
http://* | https://*) ;;
*)
	echo '--url 须是 http:// 或 https:// 开头的地址。--url must be an address that begins with http:// or https://.' >&2
	exit 2
	;;
esac
case $url in
*[\'\"\\\ \	\`]*)
	echo '地址里不能有引号、空格和反斜杠。The address must not hold quotes, blanks or backslashes.' >&2
	exit 2
	;;
esac
case $user in
'' | *[!a-z0-9_-]*)
	echo '--user 只能有小写字母、数字、_ 和 -。--user may hold small letters, digits, _ and - only.' >&2
	exit 2
	;;
esac

if [ -z "$root" ]; then
	apt-get update
	DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
		chromium cage curl fonts-noto-cjk libpam-systemd dbus
	id "$user" >/dev/null 2>&1 || useradd --create-home --shell /usr/sbin/nologin "$user"
	for group in video render input; do
		getent group "$group" >/dev/null && usermod -aG "$group" "$user"
	done
fi

# lay SOURCE TARGET MODE
lay() {
	mkdir -p "$(dirname -- "$root$2")"
	sed "s/^User=wall\$/User=$user/" "$here/$1" >"$root$2.new"
	chmod "$3" "$root$2.new"
	mv "$root$2.new" "$root$2"
}
lay gongbang-wall /usr/local/bin/gongbang-wall 755
lay gongbang-wall.service /etc/systemd/system/gongbang-wall.service 644
lay gongbang-wall-restart.service /etc/systemd/system/gongbang-wall-restart.service 644
lay gongbang-wall-restart.timer /etc/systemd/system/gongbang-wall-restart.timer 644
lay gongbang-wall.pam /etc/pam.d/gongbang-wall 644
lay chromium-policy.json /etc/chromium/policies/managed/gongbang-wall.json 644

# What is set there by hand stays; the address is the one given now.
config=$root/etc/gongbang/wall.conf
mkdir -p "$(dirname -- "$config")"
rm -f "$config.new"
[ ! -f "$config" ] || grep -v '^WALL_URL=' "$config" >"$config.new" || true
printf 'WALL_URL="%s"\n' "$url" >>"$config.new"
chmod 644 "$config.new"
mv "$config.new" "$config"

if [ -z "$root" ]; then
	systemctl daemon-reload
	systemctl set-default graphical.target
	systemctl enable gongbang-wall.service gongbang-wall-restart.timer
	systemctl restart gongbang-wall.service
	echo "大屏已启动：$url  The wall is on. Log: journalctl -u gongbang-wall -f"
else
	echo "已放到 $root。Laid below $root."
fi
