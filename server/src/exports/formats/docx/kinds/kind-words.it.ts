import type { KindWords } from "./kind-words.ts";

export const it: KindWords = {
  frame: {
    cover: { kind: "Resoconto di un laboratorio", strip: "Una fascia di quattro piastrelle colorate." },
    method: {
      displays: {
        NAMED: "La lavagna mostra nomi e gruppi.",
        GROUP: "La lavagna mostra i gruppi, mai i nomi.",
        ANONYMOUS: "La lavagna non mostra né nomi né gruppi: tutto ciò che è scritto è anonimo.",
      },
      editing: "Chi poteva modificare che cosa",
      editings: {
        EVERYONE: "Chiunque al tavolo poteva modificare tutto.",
        OWN: "Ognuno poteva modificare ciò che aveva scritto, chi modera tutto.",
      },
      written: (from, to) =>
        from === to
          ? `È stato scritto tutto il ${from}.`
          : `È stato scritto e modificato dal ${from} al ${to}.`,
      languages: "Lingue",
      limitsText:
        "Dice che cosa sanno, pensano e hanno deciso le persone a questo tavolo; non è stato verificato dall’esterno. Ciò che è stato messo nel cestino non compare.",
    },
    matrix: { notes: (items) => `${items} ${items === 1 ? "voce" : "voci"}` },
    notes: { writtenIn: (language) => `Lingua originale: ${language}` },
    wordings: {
      text: "Questo documento mostra i testi in italiano dove esiste una traduzione. Qui sta ciò che c’è in più: le parole come sono state scritte, e le traduzioni in altre lingue.",
      none: "Non ci sono altre formulazioni: tutto sta sopra com’è stato scritto.",
      original: (language) => `${language}, testo originale`,
    },
    about: {
      bin: "Ciò che è stato messo nel cestino non è in questo documento.",
      check: "È la stessa lavagna?",
      checkText:
        "L’impronta del contenuto vale per tutto ciò che la lavagna diceva a questa revisione, in questa lingua. Due documenti con la stessa impronta mostrano la stessa lavagna; la contiene anche l’esportazione come dati.",
    },
  },
  restricted: "Questa lavagna è riservata alle persone indicate. Non date questo documento ad altri.",
  summary: {
    nothing: "Nessuno ha ancora scritto su questa lavagna.",
    section: "Sezione",
    withheld: (items) =>
      items === 1
        ? "Una voce resta sulla lavagna: è riservata a meno persone di quante un file può raggiungere, o non è ancora classificata."
        : `${items} voci restano sulla lavagna: sono riservate a meno persone di quante un file può raggiungere, o non sono ancora classificate.`,
    decided: "deciso",
  },
  glance: {
    scoreMatrix: "Il confronto in uno sguardo",
    scoreMatrixText:
      "Che cosa l’interno, nelle righe, incontra all’esterno, nelle colonne: la media dei punteggi dei gruppi. Una cella vuota non è stata valutata.",
    grid2d: "La mappa in uno sguardo",
    graph: "La catena in uno sguardo",
    itemsText: "Tutte le voci seguono per intero con lo stesso numero.",
    low: (axis) => `${axis}: basso`,
    high: (axis) => `${axis}: alto`,
    leadsTo: (numbers) => `conduce a ${numbers}`,
    step: "Passo",
  },
  content: {
    title: "Tutto ciò che sta sulla lavagna",
    text: "Ogni voce compare una volta. Il numero che la precede è usato nel resto del documento.",
    column: "Colonna",
    says: "Contenuto",
    by: "Chi ha scritto",
    noneHere: "Qui non c’è nulla.",
    notRated: "Non ancora valutati",
    to: (addressee) => `A: ${addressee}`,
    toNobody: "Ancora senza destinatario",
    yes: "sì",
    no: "no",
    suppressed: "non indicato: troppo poche persone",
  },
  figures: {
    title: "Cifre e rilievi",
    none: "Non c’è ancora nulla da riassumere.",
    together: "In tutto",
  },
  provisions: {
    title: "Allegato: standard richiamati",
    text: "I titoli come li ha la lingua di questo documento, e quanto sono certi. Verificate prima di citare ciò che non è verificato.",
    none: "Nessuno standard è richiamato.",
    cited: "Standard",
    heading: "Titolo",
    sure: "Quanto è certo",
    where: "Dove",
    certainty: {
      verified: "verificato",
      known: "da verificare prima di citare",
      own: "parole nostre",
      seed: "parole dei progetti",
    },
  },
};
