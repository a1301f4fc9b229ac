//! What invented ideas are put together of.

pub(super) const UNITS: &[(&str, &str)] = &[
    ("KLK", "Kommunledningskontoret"),
    ("VOF", "Vård- och omsorgsförvaltningen"),
    ("SOC", "Socialförvaltningen"),
    ("BUF", "Barn- och utbildningsförvaltningen"),
    ("SBF", "Samhällsbyggnadsförvaltningen"),
    ("KFF", "Kultur- och fritidsförvaltningen"),
    ("SEF", "Serviceförvaltningen"),
    ("ÄLD", "Äldreförvaltningen"),
];

pub(super) const TAGS: &[&str] = &[
    "äldre",
    "återbruk",
    "bemanning",
    "digitalisering",
    "klimat",
    "skola",
    "tillgänglighet",
    "trygghet",
];

pub(super) const FIRST: &[&str] = &[
    "Ann", "Bo", "Cecilia", "David", "Elin", "Fatima", "Göran", "Hanna", "Ivar", "Jamal", "Karin",
    "Lars", "Maja", "Nils", "Olga", "Per", "Åsa", "Örjan",
];

pub(super) const LAST: &[&str] =
    &["Ek", "Lind", "Öberg", "Åkerman", "Svensson", "Nilsson", "Vik", "Wester"];

pub(super) const WHAT: &[&str] = &[
    "Digital kö",
    "Gemensam bokning",
    "Återbruk",
    "Enklare ansökan",
    "Karta",
    "Påminnelse",
    "Delad bil",
    "Öppen förskola",
    "Grön gård",
    "Ärendevägledning",
    "Snabbare besked",
    "Språkcafé",
    "Mobil återvinning",
    "Utlåning",
    "Samtalsstöd",
    "Måltidsval",
    "Kollegial handledning",
    "Lånecykel",
    "Ett nummer in",
    "Välkomstpaket",
    "Ombyggnad",
    "Sensorer",
    "Frivilligpool",
    "Klarspråk",
];

pub(super) const FOR_WHAT: &[&str] = &[
    "till bygglov",
    "för hemtjänsten",
    "av möbler",
    "i skolbiblioteket",
    "på återvinningscentralen",
    "för nyanlända",
    "i äldreboendet",
    "för unga föräldrar",
    "vid badplatsen",
    "till föreningar",
    "för vikarier",
    "i köket",
    "av arbetskläder",
    "på kvällstid",
    "i simhallen",
    "för närstående",
];

pub(super) const SENTENCES: &[&str] = &[
    "Sökande ringer flera gånger för att höra hur långt ärendet har kommit.",
    "Personalen skriver samma uppgift i tre system.",
    "Många vet inte vem de ska fråga.",
    "Det tar i dag ungefär fyra veckor att få svar.",
    "Vi provar på en enhet under en månad.",
    "Bygg på det som biblioteket redan gör.",
    "Lokalen står tom varje förmiddag.",
    "Barn och unga har efterfrågat detta i två år.",
    "Tiden räcker inte till samtal.",
    "En enkel blankett på lätt svenska löser det mesta.",
];

pub(super) const COMMENTS: &[&str] = &[
    "Kan vi prova detta redan till våren?",
    "Jag har pratat med grannkommunen, de gjorde något liknande.",
    "Hör av dig till mig när ni kommit till byggnadsnämnden.",
    "Bra idé, men vem äger frågan efter försöket?",
    "Vi har redan en upphandlad tjänst som kan användas.",
];
