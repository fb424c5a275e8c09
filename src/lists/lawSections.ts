/**
 * Sections of offentlighets- och sekretesslagen (2009:400) that are proposed when an initiative is marked; any other may be
 * written. https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/offentlighets--och-sekretesslag-2009400_sfs-2009-400/
 */
export const lawSections = {
  /** What is bought, sold or let; absolute for tenders until the supplier is chosen (second paragraph). */
  procurement: '19 kap. 3 §',
  /** The authority's own business. */
  business: '19 kap. 1 §',
  /**
   * Of suppliers and others in business with the authority; a tender is enough:
   * https://www.upphandlingsmyndigheten.se/frageportalen/1969940/osl-31-kap-16/
   */
  others: '31 kap. 16 §',
  /** Security or surveillance measures, also of systems for automated processing. */
  security: '18 kap. 8 §',
  /**
   * Crises in peacetime, and what is planned for them:
   * https://www.msb.se/sv/amnesomraden/krisberedskap--civilt-forsvar/risk--och-sarbarhetsanalyser/sekretess-i-risk--och-sarbarhetsanalys/
   */
  risk: '18 kap. 13 §',
  /**
   * Somebody's health or sexual life, wherever the information is:
   * https://www4.skatteverket.se/rattsligvagledning/edition/2015.16/329076.html
   */
  anybody: '21 kap. 1 §',
  health: '25 kap. 1 §',
  social: '26 kap. 1 §',
} as const
export type LawSection = keyof typeof lawSections
