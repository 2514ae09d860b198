import type { PageHelps } from '#design'

/** Help of the pages that belong to no module, and of the six doors. */
export const shellHelps: PageHelps = {
  '/': { purpose: 'Lo que usted debe, ordenado por urgencia: qué, por qué, hasta cuándo y qué norma lo pide. Lo hecho desaparece solo.', law: [], guide: 'primeros-pasos' },
  '/cuenta': { purpose: 'Su cargo, el tema y la densidad de la pantalla, y su contraseña.', law: [], guide: 'primeros-pasos' },
  '/normativa': { purpose: 'Cada plazo, tope y valor legal que usa el sistema, con su norma y desde cuándo rige. Asesoría Jurídica confirma lo que aún no se coteja con el texto.', law: [], guide: 'normativa' },
  '/sistema': { purpose: 'Salud del sistema, respaldos y trabajos en curso.', law: [], guide: 'respaldar-y-restaurar' },
  '/bitacora': { purpose: 'Todo lo que se ha hecho, por quién y en qué cargo, con su cadena comprobable.', law: [{ norm: 'Ley 18.695', article: '29', about: 'La unidad de control fiscaliza la legalidad de la actuación municipal.', confidence: 'M' }], guide: 'historia-y-bitacora' },
  '/buscar': { purpose: 'Busca en todo lo que usted puede ver: registros, texto dentro de los documentos, acuerdos, cifras, normativa y manual.', law: [], guide: 'buscar' },
  '/historia': { purpose: 'Quién hizo qué en un registro y cuándo, qué decía antes y qué dice ahora.', law: [], guide: 'historia-y-bitacora' },
  '/archivos/adoptar': { purpose: 'Trae un archivo que ya existe, con sus carpetas. Se revisa antes, entra en un solo asiento y se deshace entero.', law: [], guide: 'adoptar-archivos' },
  '/archivos/adoptar/$id': { purpose: 'Una carpeta por adoptar: qué trae, de qué registro cuelga cada archivo y qué no se trae.', law: [], guide: 'adoptar-archivos' },
  '/archivos/$id': { purpose: 'Un archivo: su huella, los registros que respalda y el texto que se leyó de él.', law: ['data-protection/publication-masks'], guide: 'adoptar-archivos' },
  '/ayuda': { purpose: 'Las guías del manual, por tarea y por cargo.', law: [], guide: 'ayuda-y-atajos' },
  '/ayuda/manual/$id': { purpose: 'Una guía del manual, para leer o imprimir.', law: [], guide: 'ayuda-y-atajos' },
  '/atajos': { purpose: 'Todas las teclas del sistema, por lugar. Descansan mientras se escribe en un campo.', law: [], guide: 'ayuda-y-atajos' },
  '/ayuda/demostracion': { purpose: 'Qué es verdadero y qué es inventado en la comuna de demostración.', law: [], guide: 'primeros-pasos' },
  '/ayuda/problemas/$': { purpose: 'Por qué ocurre un problema y cómo se remedia.', law: [], guide: 'ayuda-y-atajos' },
}
