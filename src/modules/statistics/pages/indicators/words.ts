import { formatNumber } from '#kernel'
import type { IndicatorView } from '../../indicators/indicator-contract.ts'
import { statuses } from '../../model/status.ts'

/** A number of an indicator as it is written beside its unit. */
export const numberText = (value: number | null, { unit, decimals }: Pick<IndicatorView, 'unit' | 'decimals'>): string => (value === null ? 'sin dato' : unit === '%' ? `${formatNumber(value, decimals)}\u00a0%` : formatNumber(value, decimals))
/** «15,7 % (10,3 a 21,1)», with the mark of its status. */
export const valueText = (one: IndicatorView): string => `${numberText(one.value, one)}${one.status && one.value !== null ? ` ${statuses[one.status].text}` : ''}${one.lower !== null && one.upper !== null ? ` (${formatNumber(one.lower, one.decimals)} a ${formatNumber(one.upper, one.decimals)})` : ''}`
export const comparisonOf = ({ comparisons }: IndicatorView, key: string) => comparisons.find((one) => one.key === key)
/** «mujeres +13,2». */
export const gapText = ({ sexGap, decimals }: IndicatorView): string => (sexGap ? `mujeres ${sexGap.difference > 0 ? '+' : ''}${formatNumber(sexGap.difference, decimals)}` : '—')
export const targetText = (one: IndicatorView): string => (one.target && one.target.value !== null ? `${numberText(one.target.value, one)} a ${one.target.byYear}` : '—')
