import { template } from './template.ts'

const CLOSING = '**Anótese, comuníquese, publíquese cuando corresponda y archívese.**'
const COPIES = ['Alcaldía', 'Secretaría Municipal', 'Dirección de Control', 'Archivo']

export const decreeTemplates = [
  template({
    key: 'budget-amendment', kind: 'decree', title: 'Aprueba una modificación presupuestaria', summary: 'Con el acuerdo del Concejo y las cuentas que cambian.',
    subject: 'Aprueba la modificación presupuestaria N.º {{number}} del año {{year}}', signerRole: 'mayor', distribution: ['Dirección de Administración y Finanzas', 'Secretaría Comunal de Planificación', ...COPIES],
    fields: [
      { key: 'number', label: 'Número de la modificación' }, { key: 'year', label: 'Año del presupuesto' }, { key: 'agreement', label: 'Acuerdo del Concejo', help: 'Por ejemplo: Acuerdo N.º 221.' }, { key: 'session', label: 'Sesión', help: 'Por ejemplo: sesión ordinaria N.º 55, de 25-06-2026.' },
      { key: 'reason', label: 'Por qué se modifica', lines: 3 }, { key: 'accounts', label: 'Cuentas que cambian y sus montos', lines: 6 },
    ],
    text: `
**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; {{cite:councilBudget}}; {{cite:financial}}; {{cite:classifier}}; y {{cite:procedure}}.

**CONSIDERANDO:**

1. Que corresponde mantener el presupuesto municipal ajustado a los ingresos que efectivamente se obtienen y a las necesidades de la comuna.
2. Que la Secretaría Comunal de Planificación y la Dirección de Administración y Finanzas propusieron la modificación N.º {{number}} del año {{year}}, cuyo fundamento es el siguiente: {{reason}}
3. Que los antecedentes se pusieron en conocimiento de los concejales con la anticipación que exige la ley.
4. Que el Concejo Municipal la aprobó por {{agreement}}, adoptado en la {{session}}.

**DECRETO:**

**1.º** APRUÉBASE la modificación presupuestaria N.º {{number}} del presupuesto municipal del año {{year}}, en las cuentas y por los montos que se indican: {{accounts}}

**2.º** INCORPÓRENSE los cambios en la contabilidad municipal desde esta fecha, por la Dirección de Administración y Finanzas, que dejará constancia de este decreto en cada asiento.

**3.º** REMÍTASE copia a la Dirección de Control y a la Secretaría Comunal de Planificación para el seguimiento de la ejecución.

${CLOSING}`,
  }),
  template({
    key: 'annul', kind: 'decree', title: 'Deja sin efecto otro decreto', summary: 'El acto anterior queda enlazado y marcado.', subject: 'Déjase sin efecto: {{affected}}', signerRole: 'mayor', distribution: COPIES,
    fields: [{ key: 'reason', label: 'Motivo', lines: 3 }],
    text: `
**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; {{cite:invalidation}}; y lo dispuesto en {{affected}}.

**CONSIDERANDO:**

1. Que por el acto citado en los vistos se dispuso lo que en él consta.
2. Que con posterioridad se estableció lo siguiente: {{reason}}
3. Que no hay derechos de terceros adquiridos de buena fe que se opongan a esta decisión, o fueron oídos los interesados, según consta en los antecedentes.

**DECRETO:**

**1.º** DÉJASE SIN EFECTO {{affected}}, desde la fecha de este decreto.

**2.º** DÉJESE constancia de ello al margen del acto citado, en el libro de la Secretaría Municipal.

**3.º** NOTIFÍQUESE a los interesados y a las unidades que recibieron el acto anterior.

${CLOSING}`,
  }),
  template({
    key: 'modify', kind: 'decree', title: 'Modifica o rectifica otro decreto', summary: 'Cambia una parte y mantiene el resto.', subject: 'Modifica: {{affected}}', signerRole: 'mayor', distribution: COPIES,
    fields: [{ key: 'reason', label: 'Motivo', lines: 3 }, { key: 'says', label: 'Donde dice', lines: 2 }, { key: 'mustSay', label: 'Debe decir', lines: 2 }],
    text: `
**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; {{cite:invalidation}}; y lo dispuesto en {{affected}}.

**CONSIDERANDO:**

1. Que en el acto citado debe corregirse lo que se indica, por la siguiente razón: {{reason}}

**DECRETO:**

**1.º** MODIFÍCASE {{affected}}, en el sentido que sigue. Donde dice: «{{says}}»; debe decir: «{{mustSay}}».

**2.º** MANTIÉNESE en todo lo demás lo dispuesto en el acto que se modifica.

${CLOSING}`,
  }),
  template({
    key: 'subrogation', kind: 'exempt-decree', title: 'Dispone una subrogancia', summary: 'Quién reemplaza, en qué cargo y entre qué días.', subject: 'Dispone subrogancia del cargo de {{office}}', signerRole: 'mayor', distribution: ['Departamento de Personal', 'Interesado', ...COPIES],
    fields: [{ key: 'office', label: 'Cargo que se subroga' }, { key: 'holder', label: 'Titular y causa de la ausencia' }, { key: 'substitute', label: 'Quién subroga y su cargo' }, { key: 'from', label: 'Desde', day: true }, { key: 'to', label: 'Hasta', day: true }],
    text: `
**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; {{cite:subrogation}}; y {{cite:procedure}}.

**CONSIDERANDO:**

1. Que el cargo de {{office}} queda sin su titular por la causa que se indica: {{holder}}.
2. Que debe asegurarse la continuidad de la función pública.

**DECRETO:**

**1.º** DISPÓNESE que subrogue el cargo de {{office}}, entre el {{from}} y el {{to}}, ambos días inclusive: {{substitute}}.

**2.º** La persona subrogante firmará con la indicación «(S)» y responderá de lo que suscriba en ese período.

**3.º** ANÓTESE la subrogancia en el registro de cargos y comuníquese a todas las unidades.

${CLOSING}`,
  }),
  template({
    key: 'commission', kind: 'exempt-decree', title: 'Designa una comisión evaluadora', summary: 'Integrantes y declaración de ausencia de conflictos.', subject: 'Designa comisión evaluadora de {{process}}', signerRole: 'mayor', distribution: ['Integrantes de la comisión', 'Secretaría Comunal de Planificación', ...COPIES],
    fields: [{ key: 'process', label: 'Proceso' }, { key: 'members', label: 'Integrantes y sus cargos', lines: 4 }],
    text: `
**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; {{cite:procurement}}; y {{cite:procedure}}.

**CONSIDERANDO:**

1. Que se requiere evaluar las ofertas del proceso {{process}}.
2. Que los integrantes de la comisión deben ser personas distintas de quienes aprueban la adjudicación y no tener conflicto de interés con los oferentes.

**DECRETO:**

**1.º** DESÍGNASE la comisión evaluadora de {{process}}, integrada por: {{members}}.

**2.º** Cada integrante firmará, antes de conocer las ofertas, la declaración jurada de ausencia de conflictos de interés.

**3.º** La comisión entregará su informe fundado dentro del plazo que fijan las bases.

${CLOSING}`,
  }),
  template({
    key: 'exempt-approve', kind: 'exempt-decree', title: 'Aprueba un convenio, programa o documento', summary: 'Con considerandos y texto aprobado como anexo.', subject: 'Aprueba {{document}}', signerRole: 'mayor', distribution: COPIES,
    fields: [{ key: 'document', label: 'Qué se aprueba' }, { key: 'reason', label: 'Fundamento', lines: 3 }, { key: 'unit', label: 'Unidad que lo ejecutará' }],
    text: `
**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; {{cite:locm}}; y {{cite:procedure}}.

**CONSIDERANDO:**

1. Lo siguiente: {{reason}}
2. Que los antecedentes fueron revisados por las unidades que dieron su visto bueno a este decreto.

**DECRETO:**

**1.º** APRUÉBASE {{document}}, cuyo texto se entiende parte de este decreto y se agrega como anexo.

**2.º** ENCÁRGASE su ejecución a {{unit}}, que informará de su avance a la Secretaría Comunal de Planificación.

${CLOSING}`,
  }),
  template({
    key: 'instruction', kind: 'instruction', title: 'Instruye a las unidades', summary: 'Una instrucción de la alcaldía con plazo y responsables.', subject: 'Instruye sobre {{matter}}', signerRole: 'mayor', distribution: ['Todas las direcciones', ...COPIES],
    fields: [{ key: 'matter', label: 'Materia' }, { key: 'reason', label: 'Por qué', lines: 2 }, { key: 'orders', label: 'Qué deben hacer', lines: 4 }, { key: 'until', label: 'Hasta cuándo', day: true }],
    text: `
**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}.

**CONSIDERANDO:** {{reason}}

**INSTRUCCIÓN:**

**1.º** Las direcciones y unidades municipales deberán: {{orders}}

**2.º** Lo anterior se cumplirá a más tardar el {{until}}. La falta de respuesta dentro de ese día se informará a la Administración Municipal.

**3.º** La Secretaría Comunal de Planificación reunirá las respuestas y dará cuenta de ellas.

${CLOSING}`,
  }),
] as const
