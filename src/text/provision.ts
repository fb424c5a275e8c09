/** What provisioning says to the administrator. */
import type { Finding, Step } from '#src/lists/provisioning.ts'

export function stepText(step: Step): string {
  switch (step.do) {
    case 'createList':
      return `skapa ${step.list.library ? 'dokumentbiblioteket' : 'listan'} ${step.list.label} (${step.list.name}) med ${Object.keys(step.list.columns).length} uppgifter`
    case 'nameList':
      return `sätt namnet ${step.list.label} på ${step.list.library ? 'dokumentbiblioteket' : 'listan'} ${step.list.name}`
    case 'addColumn':
      return `lägg till kolumnen ${step.column.name} i ${step.list.label}`
    case 'nameColumn':
      return `sätt namnet ${step.displayName} på kolumnen ${step.name} i ${step.list.label}`
    case 'indexColumn':
      return `indexera kolumnen ${step.name} i ${step.list.label}`
    case 'addChoices':
      return `lägg till val i kolumnen ${step.name} i ${step.list.label}`
    case 'keepVersions':
      return `spara versioner i ${step.list.label}`
    case 'letStaffRead':
      return 'ge gruppen med alla medarbetare läsrätt till webbplatsen'
    case 'closeList':
      return `ge listan ${step.list.label} egna rättigheter: bara servern och ägarna läser`
    case 'narrowList':
      return `ge listan ${step.list.label} egna rättigheter: bara gruppen för sekretess och ägarna läser`
  }
}

export function findingText(finding: Finding): string {
  switch (finding.what) {
    case 'columnKindDiffers':
      return `Kolumnen ${finding.name} i ${finding.list.label} finns men är av annat slag. Byt namn på den i SharePoint och kör igen.`
    case 'timeZone':
      return `Webbplatsens tidszon är ${finding.zone}. Ställ in (UTC+01:00) Stockholm under Regionala inställningar, annars blir datum fel.`
    case 'timeZoneUnknown':
      return `Tidszonen kunde inte kontrolleras (${finding.why}). Kontrollera den under Regionala inställningar.`
    case 'versionsUnknown':
      return `Versionshantering kunde inte kontrolleras eller slås på (${finding.why}). SharePoint tar inte emot appar som loggat in med hemlighet: använd certifikat, eller slå på den under Listinställningar.`
    case 'staffUnknown':
      return `Webbplatsens rättigheter kunde inte läsas (${finding.why}). Det kräver certifikat och full behörighet till webbplatsen. Kontrollera att medarbetarna bara har läsrätt.`
    case 'staffMayWrite':
      return `${finding.who} kan skriva på webbplatsen. Sänk till läsrätt: alla ändringar ska gå genom servern.`
    case 'noConfidentialGroup':
      return 'Sekretessmarkering är inte påslagen: CONFIDENTIAL_GROUP_ID saknas. Ange id för gruppen som ska läsa det som är sekretessmarkerat och kör igen, med certifikat.'
    case 'othersRead':
      return `${finding.who} kan läsa ${finding.list.label}. Ta bort rättigheten: bara ${finding.list.closed ? 'servern' : 'gruppen för sekretess'} och webbplatsens ägare ska kunna läsa.`
    case 'closedUnknown':
      return `Rättigheterna till listorna med samtal, utskick och påminnelseval kan inte sättas härifrån (${finding.why}). De innehåller personuppgifter: kör igen med certifikat och full behörighet till webbplatsen, eller ge dem egna rättigheter i SharePoint så att bara ägarna läser, innan boten slås på.`
    case 'readersUnknown':
      return `Rättigheterna till listorna med sekretess kan inte sättas härifrån (${finding.why}), så inga sådana listor görs och inget kan sekretessmarkeras. Kör igen med certifikat och full behörighet till webbplatsen.`
    case 'grantUnknown':
      return `Serverns behörighet till webbplatsen kunde inte kontrolleras (${finding.why}). En tenantadministratör ger den med POST /sites/{id}/permissions, roll write.`
    case 'grantMissing':
      return `Servern saknar behörigheten ${finding.role} till webbplatsen. En tenantadministratör ger den med POST /sites/{id}/permissions.`
  }
}

export const provisionWords = {
  plan: 'Det här saknas på webbplatsen:',
  nothing: 'Inget saknas: listor och bibliotek är som de ska.',
  apply: 'Kör igen med --apply för att göra det.',
  look: 'Se över:',
  done: 'Klart.',
  missingEnvironment: 'Miljön är inte komplett',
} as const
