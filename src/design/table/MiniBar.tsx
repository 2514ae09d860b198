import { formatPercent } from '#kernel'

/** Small bar beside its number (never alone): share 0–1, and the reference mark as a black line. */
export const MiniBar = ({ share, mark, tone = 1 }: { share: number; mark?: number; tone?: 1 | 8 }) => (
  <span className="mini-bar" role="img" aria-label={mark === undefined ? `barra al ${formatPercent(share, 0)}` : `barra al ${formatPercent(share, 0)}; referencia ${formatPercent(mark, 0)}`}>
    <i className={`bar-${tone}`} style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    {mark !== undefined && <u style={{ insetInlineStart: `${Math.min(1, Math.max(0, mark)) * 100}%` }} />}
  </span>
)
