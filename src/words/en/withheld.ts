/** Why a setting means nothing for the data or beside the other settings. */
export const withheld = {
  notOfText: "Not for a text: what comes next would be read before it is asked for.",
  answersLieAhead:
    "Not for these data: the answers come later in the sequence, and would be read before they are asked for.",
  textOnly: "Only a text continues from one sequence to the next.",
  classesOnly: "Only where the answers are classes.",
  labelsOnly: "Only for labelled data.",
  oneLayer: "There is nothing between layers as long as there is only one.",
  featuresAreRead: "Only for symbols; these data are features.",
  dataHasLength: "The data set the length themselves.",
};
