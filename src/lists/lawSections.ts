/**
 * Sections of offentlighets- och sekretesslagen (2009:400) that are proposed when an initiative is marked; any other may be
 * written. https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/offentlighets--och-sekretesslag-2009400_sfs-2009-400/
 */
export const lawSections = {
  /** Absolute for tenders until the supplier is chosen (second paragraph). */
  procurement: '19 kap. 3 §',
  /** The authority's own business. */
  business: '19 kap. 1 §',
  /** Of supplier and others in business with the authority. */
  others: '31 kap. 16 §',
  /** Security or surveillance measures, also of systems for automated processing. */
  security: '18 kap. 8 §',
  risk: '18 kap. 13 §',
  health: '25 kap. 1 §',
  social: '26 kap. 1 §',
} as const
export type LawSection = keyof typeof lawSections
