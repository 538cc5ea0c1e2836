/** Levels of naming: province or above. */
export const provincialLevels: readonly string[] = ['national', 'provincial'];

/** 求学圆梦: further education of workers towards a degree. */
export const degreeTraining: readonly string[] = ['degree'];
