import type { Day } from '#kernel'
import { formatPercent } from '#kernel'
import { Button, ComboBox, DateField, Fields, FormDialog, newId, NumberField, Select, TextField, useSession } from '#design'
import type { CensusPlaceView, ZoneView } from '../contract.ts'

type Share = { readonly geocode: string | null; readonly share: number | null }
/** Shares of the census zones typed with their source; rural localities too. */
export const WeightsDialog = ({ zone, places }: { zone: ZoneView; places: readonly CensusPlaceView[] }) => (
  <FormDialog button="Declarar el reparto" size="compact" title={`Reparto censal de ${zone.code} ${zone.name}`} wide start={() => ({ shares: (zone.figure.used.length > 0 ? zone.figure.used.map(({ geocode, share }) => ({ geocode, share: Math.round(share * 1000) / 10 })) : [{ geocode: null, share: 100 }]) as readonly Share[], source: '' })}
    action="territory/set-weights" input={({ shares, source }) => ({ id: newId(), zoneId: zone.id, source, shares: shares.flatMap(({ geocode, share }) => (geocode && share !== null ? [{ geocode, share: share / 100 }] : [])) })} refresh={['territory', 'evidence']} done="Reparto declarado" submit="Declarar">
    {({ values, set, error }) => {
      const put = (at: number, patch: Partial<Share>) => set({ shares: values.shares.map((one, index) => (index === at ? { ...one, ...patch } : one)) })
      return (
        <>
          <p>Qué parte de la gente de cada zona o localidad vive en esta unidad. Reemplaza al reparto por superficie; el anterior queda en la historia.</p>
          {values.shares.map((one, at) => (
            <Fields key={at} columns={3}>
              <ComboBox label={`Zona o localidad ${at + 1}`} value={one.geocode} onChange={(geocode) => put(at, { geocode })} choices={places.map(({ geocode, title, population, hasPolygon }) => ({ value: geocode, title: `${title} (${population})`, note: hasPolygon ? geocode : `${geocode}, sin polígono` }))} />
              <NumberField label="Parte" unit="%" decimals={1} minimum={0} maximum={100} value={one.share} onChange={(share) => put(at, { share })} />
              <Button kind="plain" onPress={() => set({ shares: values.shares.filter((_, index) => index !== at) })}>Quitar</Button>
            </Fields>
          ))}
          <p><Button icon="add" onPress={() => set({ shares: [...values.shares, { geocode: null, share: 100 }] })}>Agregar otra</Button></p>
          <TextField label="Fuente" name="source" help="De dónde sale el reparto: un catastro, viviendas contadas en una imagen, un registro." value={values.source} onChange={(source) => set({ source })} error={error('source')} required />
        </>
      )
    }}
  </FormDialog>
)
/** A figure written with its source. */
export const FigureDialog = ({ zone }: { zone: ZoneView }) => {
  const { today } = useSession().clock
  return (
    <FormDialog button="Escribir una cifra" size="compact" title={`Cifra de ${zone.code} ${zone.name}`} start={() => ({ measure: 'population', scope: zone.figure.estimated === null ? 'whole' : 'rest', value: null as number | null, datedOn: today as Day | null, source: '' })}
      action="territory/set-figure" input={(values) => ({ id: newId(), zoneId: zone.id, ...values })} refresh={['territory', 'evidence']} done="Cifra escrita" submit="Guardar">
      {({ values, set, error }) => (
        <Fields columns={2}>
          <Select label="Qué se cuenta" value={values.measure} onChange={(measure) => set({ measure })} choices={[{ value: 'population', title: 'Personas' }, { value: 'households', title: 'Hogares' }]} />
          <Select label="De qué parte" value={values.scope} onChange={(scope) => set({ scope })} choices={[{ value: 'rest', title: 'Lo que las zonas censales no cubren' }, { value: 'whole', title: 'Toda la unidad' }]} />
          <NumberField label="Cifra" name="value" unit="" value={values.value} onChange={(value) => set({ value })} error={error('value')} required />
          <DateField label="Fecha del dato" value={values.datedOn} onChange={(datedOn) => set({ datedOn })} error={error('datedOn')} required />
          <TextField label="Fuente" name="source" value={values.source} onChange={(source) => set({ source })} error={error('source')} required />
        </Fields>
      )}
    </FormDialog>
  )
}
export const shareText = (share: number): string => formatPercent(share)
