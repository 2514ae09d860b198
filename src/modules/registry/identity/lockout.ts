/** Failed attempts before the account rests, and for how long: five, then 1, 2, 4… minutes up to 60. A rule of this product, not of the law. */
const FREE_ATTEMPTS = 5
const LONGEST_MINUTES = 60

/** Minutes to wait after this many failures in a row; 0 while there are free attempts. */
export const lockMinutes = (failures: number): number => (failures < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_MINUTES, 2 ** (failures - FREE_ATTEMPTS)))
