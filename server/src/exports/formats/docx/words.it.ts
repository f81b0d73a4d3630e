import type { DocumentWords } from "./words.ts";

const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

export const it: DocumentWords = {
  language: "it-IT",
  locale: "it-IT",
  cover: {
    kind: "Resoconto di un laboratorio SWOT",
    object: "Che cosa è stato analizzato",
    workshop: "Laboratorio",
    heldOn: "Svolto il",
    place: "Dove",
    city: "Città",
    people: "Persone",
    state: "Stato",
    stand: "Questa copia",
    people_n: (people) => counted(people, "persona al tavolo", "persone al tavolo"),
    open: "Bozza: la lavagna è aperta e può ancora cambiare",
    frozen: (on) => `Risultato: la lavagna è stata congelata il ${on}`,
    stand_n: (revision, on) => `Revisione ${revision}, scaricata il ${on}`,
    madeBy:
      "Fatto con Tavolo, software per i tavoli a cui una città e la sua società civile lavorano insieme.",
    strip: "Una fascia di quattro piastrelle, una per ogni campo della matrice.",
  },
  contents: "Indice",
  page: (page, of) => ["Pagina ", page, " di ", of],
  summary: {
    title: "Sintesi",
    counted: ({ notes, groups, loose }) =>
      (notes === 1 ? "È stata scritta 1 nota. " : `Sono state scritte ${notes} note. `) +
      (groups === 0
        ? "Non sono state raggruppate."
        : `Formano ${counted(groups, "gruppo", "gruppi")}; ${counted(loose, "nota non è", "note non sono")} in nessun gruppo.`),
    nothing: "Nessuno ha ancora scritto su questa lavagna.",
    section: "Campo della matrice",
    groups: "Gruppi",
    notes: "Note",
    loose: "di cui fuori dai gruppi",
    total: "In tutto",
    largest: "Di che cosa parlano più note",
    largestText:
      "I gruppi con più note. Il numero di note di un gruppo non è un voto su quanto il tema conti.",
    rights: "Diritti della Carta UE richiamati più spesso",
    reason: "Le parole di chi modera alla chiusura",
  },
  participants: {
    title: "Partecipanti",
    text: (people) =>
      `${counted(people, "persona ha", "persone hanno")} un posto a questa lavagna. Si danno solo i totali, secondo il gruppo per cui ciascuno siede al tavolo.`,
    group: "Gruppo",
    people: "Persone",
    merged: (threshold) =>
      `I gruppi con meno di ${threshold} persone sono contati insieme, perché nessuno sia riconoscibile. Vi è compreso chi non siede per alcun gruppo, come chi facilita.`,
    total: "In tutto",
    nobody: "Nessuno ha preso posto a questa lavagna.",
  },
  smallGroup: "Gruppi più piccoli",
  group: {
    MUNICIPALITY: "Comune",
    CSO: "Società civile",
    COMMUNITY: "Gruppi di comunità",
    ACADEMIA: "Università",
    RESIDENT: "Residenti",
    REGION: "Regione",
    OTHER: "Più gruppi",
  },
  method: {
    title: "Metodo",
    template: "Metodo",
    template_v: (name, version) => `${name}, versione ${version} del modello`,
    purpose: "A che cosa serve",
    questions: "Domande poste",
    display: "Chi ha scritto che cosa",
    displays: {
      NAMED: "La lavagna mostra nomi e gruppi.",
      GROUP: "La lavagna mostra i gruppi, mai i nomi.",
      ANONYMOUS: "La lavagna non mostra né nomi né gruppi: le note sono anonime.",
    },
    editing: "Chi poteva modificare le note",
    editings: {
      EVERYONE: "Chiunque al tavolo poteva modificare ogni nota.",
      OWN: "Ognuno poteva modificare solo le proprie note, chi modera tutte.",
    },
    dates: "Quando",
    begun: (on) => `La lavagna è stata aperta il ${on}.`,
    written: (from, to) =>
      from === to
        ? `Le note sono state scritte il ${from}.`
        : `Le note sono state scritte e modificate dal ${from} al ${to}.`,
    frozenOn: (on) => `È stata congelata il ${on}: da allora non è cambiata.`,
    languages: "Lingue delle note",
    limits: "Come leggerlo",
    limitsText:
      "Le note dicono che cosa pensano le persone a questo tavolo; non sono state verificate e non sono un’indagine. Ciò che è stato messo nel cestino non compare.",
    item: "Punto",
    answer: "Come si è fatto",
  },
  matrix: {
    title: "La matrice in uno sguardo",
    text: "I titoli dei gruppi, e quante note ha ciascuno. Seguono tutte le note per intero.",
    corner: "SWOT",
    notes: (notes) => counted(notes, "nota", "note"),
    loose: (notes) => `${counted(notes, "nota", "note")} fuori dai gruppi`,
    empty: "Qui non è stato scritto nulla.",
  },
  notes: {
    title: "Tutte le note",
    text: "Ogni nota compare una volta, sotto il suo gruppo. Il numero che la precede è usato nel resto del documento.",
    number: "N.",
    note: "Nota",
    by: "Scritta da",
    tags: "Fattore e diritti",
    loose: "Fuori dai gruppi",
    unnamed: "Gruppo senza titolo",
    noText: "(senza testo)",
    articles: (numbers) => `Carta: art. ${numbers}`,
    affected: "Riguarda: ",
    evidence: "Fonte: ",
    translated: {
      HUMAN: (language) => `Traduzione; lingua originale: ${language}`,
      MACHINE: (language) => `Traduzione automatica, non verificata; lingua originale: ${language}`,
    },
    writtenIn: (language) => `Scritta in: ${language}`,
    nobody: "–",
    noneHere: "Qui nessuno ha scritto.",
    axes: (row, column) => `${row}, ${column.toLowerCase()}`,
  },
  rights: {
    title: "Diritti e fattori locali",
    text: "Articoli della Carta dei diritti fondamentali dell’Unione europea a cui le note sono state collegate al tavolo.",
    article: "Articolo",
    heading: "Diritto",
    count: "Note",
    where: "Dove",
    art: (number) => `Art. ${number}`,
    none: "Nessuna nota è stata collegata a un articolo della Carta.",
    factors: "Fattori locali",
    factorsText: "Di che cosa parlano le note, per campo della matrice.",
    factor: "Fattore",
  },
  wordings: {
    title: "Allegato: altre formulazioni",
    text: "Questo documento mostra le note in italiano dove esiste una traduzione. Qui sta ciò che c’è in più: le parole come sono state scritte, e le traduzioni in altre lingue.",
    none: "Non ci sono altre formulazioni: tutte le note stanno sopra come sono state scritte.",
    groups: "Titoli dei gruppi",
    item: "N.",
    wording: "Formulazione",
    kind: "Lingua",
    original: (language) => `${language}, come scritta`,
    kinds: {
      HUMAN: (language) => `${language}, traduzione`,
      MACHINE: (language) => `${language}, automatica, non verificata`,
    },
  },
  about: {
    title: "Su questo documento",
    people: "Le persone in questo documento",
    peopleText: {
      NAMED:
        "Su questa lavagna le persone compaiono con il nome che hanno scelto e con il loro gruppo. Chiedete loro prima di pubblicarlo.",
      GROUP:
        "Le persone compaiono solo con il loro gruppo, e i gruppi con meno di cinque persone insieme. Né questo documento né i suoi dati contengono nomi.",
      ANONYMOUS: "Questo documento non dice chi ha scritto che cosa, e nemmeno i suoi dati.",
    },
    bin: "Le note messe nel cestino non sono in questo documento.",
    check: "È la stessa matrice?",
    checkText:
      "L’impronta del contenuto vale per tutto ciò che la lavagna diceva a questa revisione, in questa lingua. Due documenti con la stessa impronta mostrano la stessa matrice; la contiene anche l’esportazione come dati.",
    board: "Lavagna",
    revision: "Revisione",
    hash: "Impronta del contenuto (SHA-256)",
    made: "Scaricato il",
    item: "Che cosa",
    value: "Valore",
  },
};
