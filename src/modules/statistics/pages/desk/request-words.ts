import { counted } from '#kernel'
import type { DataRequestLine, DataRequestState } from '../../desk/desk-contract.ts'

export const requestTone: Readonly<Record<DataRequestState, 'warning' | 'data' | 'good' | 'bad' | 'neutral'>> = { received: 'warning', working: 'data', answered: 'data', delivered: 'good', refused: 'neutral', cancelled: 'neutral' }
/** How its time stands, in words: what is left, how late it is or how long it took. */
export const timeText = ({ left, days, onTime, state }: Pick<DataRequestLine, 'left' | 'days' | 'onTime' | 'state'>): string => {
  if (state === 'cancelled') return 'no corre'
  if (left === null) return `${counted(days, 'día hábil', 'días hábiles')}${onTime ? '' : ', fuera de plazo'}`
  if (left === 0) return 'vence hoy'
  return left > 0 ? `${left === 1 ? 'queda' : 'quedan'} ${counted(left, 'día hábil', 'días hábiles')}` : `${counted(-left, 'día hábil', 'días hábiles')} de atraso`
}
