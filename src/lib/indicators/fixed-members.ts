/** Non-public kinds of ownership (非公): private, from Hong Kong, Macao and Taiwan, foreign, individual. */
export const nonPublicOwnerships: readonly string[] = ['private', 'hmt', 'foreign', 'individual'];

/** Province level or above. */
export const provincialLevels: readonly string[] = ['national-1', 'national-2', 'provincial-1', 'provincial-2'];

/** 求学圆梦: further education of workers towards a degree. */
export const degreeTraining: readonly string[] = ['degree'];
