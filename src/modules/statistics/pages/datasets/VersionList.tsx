import { counted, formatDay, formatInstant, formatNumber } from '#kernel'
import { api, DataTable, DefinitionList, EmptyState, FormDialog, Section, StateBadge, TextField } from '#design'
import type { VersionChanges, VersionView } from '../../contract.ts'

const number = (value: number | null): string => (value === null ? 'sin dato' : formatNumber(value, Number.isInteger(value) ? 0 : 2))

/** Counts, totals and largest differences of a version against the one before. */
export const Differences = ({ changes, first }: { changes: VersionChanges; first: boolean }) => (
  <>
    <p>{first ? `${counted(changes.new, 'celda', 'celdas')}; es la primera versión.` : `${counted(changes.new, 'nueva', 'nuevas')}, ${counted(changes.changed, 'cambiada', 'cambiadas')}, ${counted(changes.equal, 'igual', 'iguales')} y ${counted(changes.missing, 'que ya no viene', 'que ya no vienen')}.`}</p>
    {changes.totals.length > 0 && <DataTable caption="Totales" sort="none" phone="lines" rows={changes.totals} rowKey={({ measure }) => measure} columns={[{ key: 'measure', title: 'Medida', text: ({ measure }) => measure }, { key: 'before', title: 'Antes', align: 'right', text: ({ before }) => number(before), number: ({ before }) => before }, { key: 'after', title: 'Ahora', align: 'right', text: ({ after }) => number(after), number: ({ after }) => after }]} />}
    {changes.largest.length > 0 && <DataTable caption="Mayores diferencias" sort="page" phone="lines" rows={changes.largest} rowKey={({ key, measure }) => `${key}${measure}`} columns={[{ key: 'key', title: 'Celda', width: '40%', text: ({ key }) => key }, { key: 'measure', title: 'Medida', text: ({ measure }) => measure }, { key: 'before', title: 'Antes', align: 'right', text: ({ before }) => number(before), number: ({ before }) => before }, { key: 'after', title: 'Ahora', align: 'right', text: ({ after }) => number(after), number: ({ after }) => after }, { key: 'by', title: 'Diferencia', align: 'right', text: ({ before, after }) => number((after ?? 0) - (before ?? 0)), number: ({ before, after }) => (after ?? 0) - (before ?? 0) }]} />}
  </>
)
const Withdraw = ({ version }: { version: VersionView }) => (
  <FormDialog<{ reason: string }, unknown> button="Retirar" kind="danger" size="compact" title={`Retirar la versión ${version.number}`} action="statistics/withdraw-version" refresh={['statistics', 'evidence']} done="Versión retirada" submit="Retirar" start={() => ({ reason: '' })} input={({ reason }) => ({ id: version.id, reason })} undo={() => api.act('statistics/restore-version', { id: version.id })}>
    {({ values, set, error }) => <><p>Deja de usarse desde hoy; quien mire «conocido al» un día anterior la sigue viendo.</p><TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
  </FormDialog>
)
const Restore = ({ version }: { version: VersionView }) => (
  <FormDialog<object, unknown> button="Deshacer el retiro" size="compact" title={`Volver a usar la versión ${version.number}`} action="statistics/restore-version" refresh={['statistics', 'evidence']} done="La versión vuelve a usarse" submit="Volver a usarla" start={() => ({})} input={() => ({ id: version.id })}>{() => <p>Se retiró por: {version.withdrawn?.reason}</p>}</FormDialog>
)
const One = ({ version, first, mayManage, today }: { version: VersionView; first: boolean; mayManage: boolean; today: string }) => (
  <details className="plain-details">
    <summary><b>Versión {version.number}</b> · {version.period} · vigente desde el {formatDay(version.effectiveOn)} · {counted(version.rows, 'fila', 'filas')} {version.withdrawn && <StateBadge tone="bad">retirada</StateBadge>}</summary>
    <DefinitionList columns={2} items={[
      { term: 'Motivo', value: version.reason }, { term: 'Se supo', value: formatInstant(version.recordedAt) }, { term: 'Archivo original', value: version.fileHash && version.fileName ? <a href={api.file(version.fileHash)} download>{version.fileName}</a> : '', absence: 'no disponible para usted' },
      { term: 'Receta', value: `${version.recipe}${version.recipeVersion ? `, versión ${version.recipeVersion}` : ''}`, absence: 'sin receta' }, ...(version.withdrawn ? [{ term: 'Retirada', value: `${formatDay(version.withdrawn.on)}: ${version.withdrawn.reason}` }] : []),
    ]} />
    {version.changes && <Differences changes={version.changes} first={first} />}
    {mayManage && (version.withdrawn ? today <= version.withdrawn.undoableUntil && <Restore version={version} /> : <Withdraw version={version} />)}
  </details>
)
/** Every version, the newest first, each with its reason and its differences. */
export const VersionList = ({ versions, mayManage, today }: { versions: readonly VersionView[]; mayManage: boolean; today: string }) => (
  <Section title="Versiones" aside={versions.length} id="versiones">
    {versions.length === 0 ? <EmptyState title="Aún no tiene datos">Cargue su primer archivo; desde entonces nada se sobrescribe.</EmptyState> : versions.map((version, index) => <One key={version.id} version={version} first={index === versions.length - 1} mayManage={mayManage} today={today} />)}
  </Section>
)
