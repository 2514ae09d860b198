import type { DoorKey } from '#design'

/** What each door will hold. A line disappears when a page whose address begins with its path exists. */
export type Planned = { readonly path: string; readonly title: string; readonly summary: string }

export const planned: Readonly<Partial<Record<DoorKey, readonly Planned[]>>> = {
  plan: [
    { path: '/plan', title: 'Plan de desarrollo comunal', summary: 'Objetivos, programas, indicadores con metas y mediciones.' },
    { path: '/planificar/acuerdos', title: 'Compromisos y acuerdos', summary: 'Lo prometido, con responsable y fecha.' },
  ],
  budget: [
    { path: '/presupuestar/lineas', title: 'Líneas del presupuesto', summary: 'Clasificador, área, programa y proyecto, con su ejecución.' },
    { path: '/presupuestar/cargas', title: 'Cargas de balances', summary: 'El balance mensual desde la planilla de cualquier proveedor.' },
    { path: '/presupuestar/modificaciones', title: 'Modificaciones presupuestarias', summary: 'De la propuesta al decreto, con su cuadratura.' },
  ],
  invest: [
    { path: '/proyectos', title: 'Proyectos', summary: 'Cartera, etapas, códigos, avance físico y financiero.' },
    { path: '/invertir/licitaciones', title: 'Licitaciones y contratos', summary: 'Bases, ofertas, garantías y estados de pago.' },
  ],
  commune: [
    { path: '/conocer/encuestas', title: 'Encuestas', summary: 'Levantamientos propios con su muestra y su error.' },
  ],
  territory: [
    { path: '/ordenar/plan-regulador', title: 'Plan regulador comunal', summary: 'Zonas, normas y enmiendas con su historia.' },
    { path: '/ordenar/mapa', title: 'Mapa comunal', summary: 'Capas propias, límites y obras, con su lista.' },
  ],
  account: [
    { path: '/rendir/informes', title: 'Informes al Concejo', summary: 'Informe semestral, capítulo por capítulo, con cada cifra abierta.' },
    { path: '/rendir/cuenta-publica', title: 'Cuenta pública', summary: 'Los contenidos de ley y su entrega.' },
  ],
}
