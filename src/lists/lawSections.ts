/**
 * Sections of offentlighets- och sekretesslagen (2009:400) that are proposed when an initiative is marked; any other may be
 * written. https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/offentlighets--och-sekretesslag-2009400_sfs-2009-400/
 */
export const lawSections = {
  /** What is bought, sold or let; absolute for tenders until the supplier is chosen (second paragraph). */
  procurement: '19 kap. 3 §',
  /**
   * What the authority itself does as a business, when others in the same trade would gain by it; what counts as business:
   * https://www.upphandlingsmyndigheten.se/frageportalen/2617983/kommunal-affarsverksamhet-3116-osl/
   */
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
  /**
   * Within health care; nothing unless it is clear that nobody is harmed:
   * https://www.lagboken.se/Lagboken/start/sfs/sfs/2012/400-499/d_1119479-sfs-2012_459-lag-om-andring-i-offentlighets--och-sekretesslagen-2009_400
   */
  health: '25 kap. 1 §',
  /** Within social services, in the same way: https://lagar.nj.se/yttrandefrihet-mm/SFS2010-0208 */
  social: '26 kap. 1 §',
} as const
export type LawSection = keyof typeof lawSections
