import { doors } from '../frame/doors.ts'

/** The keyboard of the whole product. What one page answers is told by the page itself (`page-keys.ts`). */
export const shortcutGroups: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  { title: 'En todas partes', keys: [['Ctrl K', 'Buscar en todo'], ['n', 'Anotar un encargo'], ['?', 'Ayuda de esta página'], ['F1', 'Ayuda del campo o de la página'], ['Esc', 'Cerrar lo que flota; nunca borra lo escrito'], ['Ctrl Enter', 'Guardar el formulario']] },
  { title: 'Ir a una puerta', keys: doors.map(({ letter, title }) => [`g ${letter}`, title] as const) },
  { title: 'En una página', keys: [['a', 'Agregar: lo nuevo de esta página'], ['e', 'Corregir o cambiar'], ['p', 'Imprimir']] },
  { title: 'En una lista', keys: [['/', 'Buscar en la lista'], ['f', 'Ir a los filtros'], ['j, k', 'Fila siguiente y anterior'], ['Flechas', 'Pasar de un registro a otro'], ['Enter', 'Abrir el registro'], ['c', 'Elegir columnas'], ['v', 'Vistas guardadas'], ['x', 'Llevar a Excel lo que se ve']] },
  { title: 'Al redactar un informe', keys: [['=', 'Insertar una cifra'], ['Ctrl Alt T', 'Referir a una tabla o gráfico'], ['Ctrl S', 'Guardar la sección']] },
  { title: 'En una grilla', keys: [['Flechas', 'Moverse'], ['Enter o F2', 'Editar la celda; Enter baja'], ['Shift + flechas', 'Extender la selección'], ['Ctrl C, Ctrl X, Ctrl V', 'Copiar, cortar y pegar, también desde Excel'], ['Supr', 'Vaciar'], ['Ctrl Z, Ctrl Y', 'Deshacer y rehacer'], ['Ctrl Enter', 'Guardar']] },
]
