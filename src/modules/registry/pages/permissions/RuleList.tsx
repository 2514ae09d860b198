import './permissions.css'
import type { MatrixRule } from '../../permissions/matrix-contract.ts'

/** The rules beyond the permission, each with its remedy one step away. */
export const RuleList = ({ rules }: { rules: readonly MatrixRule[] }) =>
  rules.length === 0 ? null : <ul className="rule-list">{rules.map(({ id, title, law }) => <li key={id}><a href={`/ayuda/problemas/${id}`}>{title}</a>{law && <small className="under">{law}</small>}</li>)}</ul>
