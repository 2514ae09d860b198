/** How each step is told in the history. */
export const eventTitle: Readonly<Record<string, string>> = {
  'act-drafted': 'Comenzó la redacción', 'act-taken': 'Otra persona siguió la redacción', 'act-sent': 'Enviado a visación', 'visa-granted': 'Visto bueno', 'act-returned': 'Devuelto con observaciones', 'act-numbered': 'Número y fecha', 'act-number-annulled': 'Número anulado',
  'act-signed': 'Firmado', 'act-notified': 'Notificado', 'act-draft-deleted': 'Borrador eliminado', 'act-draft-restored': 'Borrador recuperado',
  'act-recalled': 'Quien redacta lo retiró para corregir', 'act-signature-withdrawn': 'Ejemplar firmado retirado', 'act-notification-withdrawn': 'Notificación retirada',
}
