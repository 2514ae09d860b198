/** What each permission lets a person do, for the page of roles; a test holds it complete. */
export const permissionTitles: Readonly<Record<string, string>> = {
  'plan.read': 'Ver el plan', 'plan.edit': 'Elaborar el plan', 'plan.measure': 'Registrar mediciones de su unidad', 'plan.approve': 'Aprobar mediciones ajenas',
  'budget.read': 'Ver el presupuesto', 'budget.amend': 'Proponer modificaciones', 'budget.import': 'Cargar balances', 'budget.undo': 'Deshacer cargas y asientos', 'budget.pay': 'Registrar pagos', 'budget.commit': 'Obligar y devengar', 'budget.open': 'Abrir líneas y programas', 'budget.close-month': 'Cerrar meses', 'budget.certify': 'Certificar disponibilidad',
  'projects.read': 'Ver la cartera de proyectos', 'projects.edit': 'Mantener proyectos', 'projects.progress': 'Informar avances de su unidad', 'projects.approve': 'Aprobar avances ajenos',
  'reporting.read': 'Ver informes en elaboración', 'reporting.read-issued': 'Ver informes emitidos', 'reporting.edit': 'Redactar informes', 'reporting.review': 'Revisar informes', 'reporting.issue': 'Emitir informes', 'reporting.approve': 'Aprobar informes', 'reporting.deliver': 'Anotar la entrega de informes',
  'requests.read': 'Seguir las solicitudes a las unidades', 'requests.manage': 'Abrir solicitudes y entregar enlaces', 'requests.review': 'Aceptar o devolver respuestas', 'requests.answer': 'Responder lo pedido a su unidad',
  'council.read': 'Ver sesiones y acuerdos del Concejo', 'council.record': 'Anotar sesiones y acuerdos',
  'correspondence.read': 'Ver actos y correspondencia', 'correspondence.draft': 'Redactar actos', 'correspondence.visa': 'Dar el visto bueno a actos ajenos', 'correspondence.number': 'Numerar actos y llevar los libros', 'correspondence.sign': 'Firmar los actos de su competencia', 'correspondence.notify': 'Anotar notificaciones y acuses', 'correspondence.receive': 'Registrar la correspondencia que llega', 'correspondence.configure': 'Ordenar los circuitos de los actos',
  'evidence.attach': 'Adjuntar documentos', 'evidence.audit': 'Leer y comprobar la bitácora', 'evidence.confirm-law': 'Confirmar valores de la norma',
  'registry.read': 'Ver unidades, personas y proveedores', 'registry.administer': 'Administrar unidades, personas y cuentas', 'registry.suppliers': 'Mantener proveedores e instituciones', 'registry.commune': 'Mantener los datos y el membrete', 'registry.delegate': 'Delegar los permisos propios en otros cargos', 'registry.suppress': 'Suprimir datos de una persona',
  'system.operate': 'Operar respaldos y trabajos',
}
