export const betters = ['more', 'less', 'neither'] as const
/** Whether a rise is wanted, a fall, or neither. */
export type Better = (typeof betters)[number]
export const betterTitle: Readonly<Record<Better, string>> = { more: 'se quiere que suba', less: 'se quiere que baje', neither: 'describe; ni subir ni bajar es mejor' }
