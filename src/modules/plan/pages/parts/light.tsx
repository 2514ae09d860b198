import { StateBadge, type Tone } from '#design'
import type { Light } from '../../contract.ts'

const tones: Record<Light, Tone> = { good: 'good', warning: 'warning', bad: 'bad', none: 'neutral' }
export const lightWords: Record<Light, string> = { good: 'en meta', warning: 'en riesgo', bad: 'atrasado', none: 'sin dato' }
/** State of an objective or an indicator: shape and word; its rule is printed beside the list. */
export const LightBadge = ({ light }: { light: Light }) => <StateBadge tone={tones[light]}>{lightWords[light]}</StateBadge>
