/** The identifiers the tab under test is registered with. */
export const clientId = '5a357912-1111-4000-8000-000000000002'
export const tenantId = '5a357912-2222-4000-8000-000000000003'
export const siteId =
  'example.sharepoint.com,5a357912-3333-4000-8000-000000000004,5a357912-3333-4000-8000-000000000005'
