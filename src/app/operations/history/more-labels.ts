/** Names of the data of each kind of record that only it keeps; the common ones are in `labels.ts`. */
export const moreLabels: Readonly<Record<string, string>> = {
  // Roles, owners of duties and local duties.
  permissions: 'Permisos', clearances: 'Reservas que puede ver', unidad: 'Unidad', suplencia: 'Unidad que suple', rule: 'Regla', norm: 'Norma', article: 'Artículo',
  // Budget.
  backgroundOn: 'Antecedentes enviados el', background_on: 'Antecedentes enviados el', sessionNumber: 'Sesión N.º', session_number: 'Sesión N.º', sessionOn: 'Sesión del', session_on: 'Sesión del', decreeNumber: 'Decreto N.º', decree_number: 'Decreto N.º', decreeOn: 'Decreto del', decree_on: 'Decreto del',
  drafted_by: 'Preparó', fromYear: 'Desde el año', totals: 'Totales', carryOver: 'Arrastre', cashSource: 'Origen del saldo de caja', available: 'Disponible', advances: 'Anticipos', thirdParty: 'Fondos de terceros', management: 'Área de gestión', coverage: 'Cobertura',
  area: 'Área', purpose: 'Para qué', cofog: 'Función del gasto', women: 'Mujeres', men: 'Hombres',
  // Acts and incoming documents.
  addressees: 'Destinatarios', subject: 'Materia', drafter_id: 'Redactó', signer_role: 'Firma como', signer_account: 'Firmó', signer_title: 'Cargo de quien firma', distribution: 'Distribución', references_text: 'Antecedentes', visas: 'Visaciones', visas_done: 'Visaciones dadas', round: 'Vuelta', series: 'Numeración', act_on: 'Fecha del acto',
  fingerprint: 'Huella', verification_code: 'Código de verificación', paper: 'Papel', signed_on: 'Firmado el', signed_file: 'Copia firmada', signature_mode: 'Forma de la firma', finding: 'Comprobación de la firma', council_request: 'Solicitud del Concejo', replies_to_kind: 'Responde a', replies_to: 'Responde a', effect: 'Efecto', affects: 'Afecta a', deleted_on: 'Borrador eliminado el', visibility: 'Reserva', signers: 'Firmantes',
  document: 'Documento', document_on: 'Fecha del documento', received_on: 'Recibido el', file_hash: 'Archivo', request_kind: 'Tipo de solicitud', needs_answer: 'Pide respuesta', due_from: 'El plazo corre desde', closed_reason: 'Razón del cierre', answered_on: 'Respondido el', registered_by: 'Registró', sender: 'Remitente',
  // Council and the mayor's sheet.
  startsAt: 'Hora', meetingOn: 'Reunión del', decisions: 'Decisiones', assignments: 'Encargos',
  // Plan and projects.
  accrual: 'Se mide', retiredOn: 'Retirado el', draft: 'Borrador', measure: 'Unidad de medida', longitude: 'Longitud', latitude: 'Latitud', formulator_id: 'Formula', inspector_id: 'Inspecciona', gender_marker: 'Enfoque de género', gender_note: 'Justificación del enfoque de género', beneficiaries_women: 'Beneficiarias', beneficiaries_men: 'Beneficiarios', days: 'Plazo en días',
  // Reports and requests of data.
  lastEdition: 'Última edición', units: 'Unidades', items: 'Datos pedidos', closedOn: 'Cerrada el', silent: 'Sin respuesta', before: 'Vencía el',
  // Data of the commune.
  dataset: 'Conjunto de datos', request: 'Pedido', pinned: 'Versión fija', retired: 'Borrado',
  territory: 'Territorio', year_from: 'Desde el año', year_to: 'Hasta el año', link: 'Dirección', updated_on: 'Actualizado',
  topic: 'Tema', publisher: 'Quien publica', source_link: 'Dirección de la fuente', licence: 'Licencia', universe: 'Universo', method: 'Método', unit_note: 'Unidad de medida', geography: 'Territorio', population_base: 'Población de referencia', periodicity: 'Periodicidad', unit_name: 'Unidad', next_expected_on: 'Próximo dato', quality: 'Calidad', contact: 'Contacto', access: 'Acceso', shared: 'Compartido', definition: 'Definición', decimals: 'Decimales', reconciliation: 'Conciliación con otras fuentes', national: 'Viene con el sistema', codes: 'Códigos', author_id: 'Autor',
}
