export const ZONE_SET = 'zone-set'
export const INFLUENCE = 'influence-area'
export const zonesHref = '/ordenar/zonas'
export const zoneSetHref = (id: string): string => `${zonesHref}/${id}`
export const loadZonesHref = `${zonesHref}/cargar`
export const drawHref = (id: string): string => `${zonesHref}/${id}/dibujar`
export const influencesHref = '/ordenar/influencia'
export const influenceHref = (id: string): string => `${influencesHref}?area=${id}`
