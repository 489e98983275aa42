/** The shape of the page's state: what the worker last said, what the user has selected, and the actions. */

import type { Encoding } from "../data/encodings";
import type { Evaluation } from "../data/evaluation/evaluationTypes";
import type { FutureForecast } from "../data/evaluation/futureTypes";
import type { ExampleData } from "../data/exampleData";
import type { ImageOptions } from "../data/images/imageSequence";
import type { LabelSource } from "../data/labels/labelSource";
import type { SecondRead } from "../data/secondFiles";
import type { ChosenColumns } from "../data/table/second/matchColumns";
import type { SecondTable } from "../data/table/second/secondTable";
import type { PrepareOptions, TableChange, TablePreview, TableQuestion } from "../data/table/tableTypes";
import type { TextUnit } from "../data/textUnit";
import type { Lesson } from "../kept/linkForm";
import type { KeptView, TimedSteps } from "../kept/runRecord";
import type { ListedRace, ListedRun } from "../kept/runStore";
import type { AskExchange, OpenedNetwork } from "../session/exchangeProtocol";
import type { FolderContent, FolderEvent, FolderOptions, FolderSource } from "../session/folderProtocol";
import type { PictureEvent } from "../session/pictureProtocol";
import type {
  AnswerPlace,
  AnswersRequest,
  ClientEvent,
  DataSource,
  DataSummary,
  EngineChoice,
  EngineName,
  EngineStatus,
  Failure,
  GeneratedToken,
  LookName,
  Looks,
  Probe,
  RaceCommand,
  RunSummary,
  SamplingSettings,
  SavedState,
  SecondTextRequest,
  Setup,
  Snapshot,
  StepMetrics,
  TrainingEnd,
  UnknownCharacters,
  ValidationMetrics,
  Waiting,
} from "../session/protocol";
import type { RaceEntry, RacePlan, RaceRequest } from "../session/raceRequest";
import type { ReaderLost } from "../session/readerProtocol";
import type { RunSettings } from "../session/settings";
import type { TableCorrections, TableEvent } from "../session/tableProtocol";
import type { TrainingHistory } from "../session/trainingHistory";
import type { Language } from "../words/language";
import type { Message, MessageKey, Said } from "../words/message";
import type { Happening } from "./happening";
import type { FolderImport } from "./imports/folderImport";
import type { PictureImport } from "./imports/pictureImport";
import type { TableImport } from "./imports/tableImport";
import type { MetricHistory } from "./metrics";

export interface Notice {
  readonly id: number;
  readonly kind: "info" | "problem";
  readonly text: Said;
  /** The run from before that it offers to go back to. */
  readonly back: number | null;
}

/** Something that happened, of the run that was on the stage then. */
export interface Happened {
  readonly id: number;
  readonly timeMs: number;
  /** The training steps that the run had taken. */
  readonly step: number;
  /** As which that run is kept beyond the page; null where it was not then. */
  readonly kept: string | null;
  readonly happening: Happening;
}

/** What a run trains on, and the choices that were made on the way. */
export interface RunData {
  readonly source: DataSource;
  readonly data: DataSummary | null;
  readonly usedTable: UsedTable | null;
  readonly usedFolder: UsedFolder | null;
}

export interface Generation {
  readonly id: number;
  /** The run whose weights wrote it; the text stays on the page when a new run begins. */
  readonly runId: number;
  /** Training steps behind those weights when it began. */
  readonly step: number;
  /** What its tokens are. */
  readonly unit: TextUnit;
  readonly running: boolean;
  readonly tokens: readonly GeneratedToken[];
  /** Of the prompt. */
  readonly unknown: UnknownCharacters;
}

/** What a look has given so far. */
export interface LookState<Name extends LookName> {
  readonly running: boolean;
  readonly value: Looks[Name] | null;
}

/** What the page knows of a run. */
export interface RunState {
  readonly id: number;
  /** How it began; null as long as none has begun. */
  readonly summary: RunSummary | null;
  /** The settings that the controls show: what was asked for. */
  readonly settings: RunSettings;
  /** Those that the engine has said it uses. */
  readonly inUse: RunSettings;
  /** What the stage shows; the summary has what was asked for. */
  readonly probeInUse: Probe | null;
  /** What it began with: another one is somebody's choice. */
  readonly firstProbe: Probe | null;
  readonly training: boolean;
  readonly step: number;
  readonly epoch: number;
  /** Why training has last ended by itself, at which step; null where it has not. It is so until there is another step. */
  readonly ended: TrainingEnd | null;
  /** How much is done of a step under way that takes long, 0 to 1. */
  readonly stepShare: number | null;
  readonly latest: StepMetrics | null;
  readonly history: MetricHistory;
  readonly validation: readonly ValidationMetrics[];
  /** How good the network was on what is held out when it was last measured. */
  readonly evaluated: { readonly step: number; readonly evaluation: Evaluation } | null;
  /** What was last forecast behind the last row of its series; null of other data. */
  readonly foreseen: { readonly step: number; readonly future: FutureForecast } | null;
  /** By the schedule, of the next step; null before the first. */
  readonly learningRate: number | null;
  readonly stepsPerSecond: number | null;
  readonly timeStepsPerSecond: number | null;
  /** What its steps have taken, by how fast they came. */
  readonly timed: TimedSteps;
  readonly snapshot: Snapshot | null;
  /** Its last state that was kept. */
  readonly saved: SavedState | null;
  /** What the stage has shown of it, from its beginning on. */
  readonly frames: TrainingHistory;
  /** States of some of these frames, from which it can go on, in the order of their steps. */
  readonly checkpoints: readonly SavedState[];
  readonly of: RunData | null;
  /** As which it is kept beyond the page; null as long as it is not. */
  readonly kept: KeptIdentity | null;
  /** What is to be looked at as soon as it shows something; null for what is looked at now. */
  readonly view: KeptView | null;
}

/** As which a run is kept. */
export interface KeptIdentity {
  readonly id: string;
  readonly beganMs: number;
  /** What differs from the run before. */
  readonly differs: readonly Message[];
  /** Its first weights have learned elsewhere: in another program, or where its link was made. */
  readonly brought?: true;
  /** Where it comes from: it began on this page; or as another that was kept, with another seed; or of a link, with weights that so many steps had trained or without; or it was kept itself, and when; or from a file of another program. */
  readonly origin:
    | "page"
    | "repeat"
    | "link"
    | { readonly trained: number }
    | { readonly keptMs: number }
    | { readonly file: string };
}

/** One whose place another has taken, and which can be gone back to. */
export interface PastRun extends RunState {
  readonly summary: RunSummary;
  readonly of: RunData;
}

export interface RunsSlice {
  /** Those that live, by their ids; an id says nothing of an order. */
  readonly runs: ReadonlyMap<number, RunState>;
  /** Which of them is on the stage. */
  readonly shownId: number;
  /** Those that others have taken the place of, the newest first. */
  readonly past: readonly PastRun[];
}

/** What was not taken. */
export interface Rejected {
  readonly name: Said;
  readonly message: Said;
  /** Where it was read as a text, and may be something else. */
  readonly file?: File;
}

/** What is said of data that are read in another way than they look. */
export interface SaidOfLoading {
  /** Once they stand. */
  readonly taken: Said;
  /** In place of the reader's reason, which is one of that other way. */
  readonly refused: Said;
}

export interface SessionSlice extends RunsSlice {
  readonly engine: EngineStatus | null;
  readonly data: DataSummary | null;
  /** Where the data in use comes from. */
  readonly source: DataSource;
  /** What is being read, while it is being read. */
  readonly loadingName: Said | null;
  readonly rejected: Rejected | null;
  /** Whether the engine has done all that it was asked for: what the page says then does not change by itself. */
  readonly resting: boolean;
  readonly looks: { readonly [Name in LookName]: LookState<Name> };
  readonly calibrating: boolean;
  /** The commands that the engine has not come to for longer than a moment. */
  readonly waiting: readonly Waiting[];
  readonly failure: Failure | null;
  readonly notices: readonly Notice[];
  /** Of all runs since the page was opened, and to those that came back before that, the oldest first. */
  readonly happened: readonly Happened[];
}

/** In which order the rows of units stand: as they are stored, alike ones together, or by a number that each has. */
export const unitOrders = ["alike", "stored", "memory", "saturation", "mean", "effect"] as const;
export type UnitOrderName = (typeof unitOrders)[number];

/** A unit of a layer that is followed beside the one that is selected, and the number of its colour, from 1. */
export interface UnitPin {
  readonly layer: number;
  readonly unit: number;
  readonly colour: number;
}

/** Units of a layer at steps one after the other. */
export interface UnitBox {
  readonly layer: number;
  readonly units: readonly number[];
  /** The first step and the last. */
  readonly from: number;
  readonly to: number;
}

export interface SelectionSlice {
  /** The layer and direction on show: an index into the snapshot's `layers`. */
  readonly layer: number;
  /** The unit of that layer that is followed in the diagram, and of the last layer in the generated text. */
  readonly unit: number;
  /** The playhead: the time step shown in the diagram, 0 to T - 1. */
  readonly time: number;
  /** The time step under the pointer, anywhere on the page. */
  readonly hoverTime: number | null;
  /** The unit under the pointer, anywhere on the page. */
  readonly hoverUnit: number | null;
  /** Whether the playhead moves by itself. */
  readonly playing: boolean;
  readonly unitOrder: UnitOrderName;
  /** How often it was asked for anew, by what the units do now. */
  readonly sortings: number;
  /** CSS pixels of a unit's row and of a step's column; null for as many as there is room for. A column of 0: all steps are in sight. */
  readonly rowHeight: number | null;
  readonly columnWidth: number | null;
  /** The oldest first. */
  readonly pins: readonly UnitPin[];
  readonly box: UnitBox | null;
  /** By its name (`ui/stage/Looks.tsx`). */
  readonly shownLook: string;
}

/** What the lanes show: what gates and states are, or how they have changed since the frame before or since a pinned one. */
export const laneChanges = ["none", "before", "pinned"] as const;
export type LaneChange = (typeof laneChanges)[number];

export interface PastFramesSlice {
  /** The step of the run's history that the stage shows; null for the present. */
  readonly shownStep: number | null;
  readonly laneChange: LaneChange;
  /** What the run did at the step that was pinned, kept for as long as it is this run: the present is in no frame. */
  readonly pinned: Snapshot | null;
  /** Whether the history is shown frame after frame. */
  readonly playingPast: boolean;
}

/** What the network is to write on from, and how. */
export interface WritingSlice {
  readonly prompt: string;
  readonly sampling: SamplingSettings;
  readonly generationLength: number;
}

export interface GenerationSlice extends WritingSlice {
  readonly generation: Generation | null;
}

export interface UsedTable {
  readonly file: File;
  readonly preview: TablePreview;
  readonly corrections: TableCorrections;
  readonly question: TableQuestion;
  readonly options: PrepareOptions;
}

export interface TableSlice {
  /** The one that is being opened: the dialog shows it. Nothing that is in use changes before it is taken. */
  readonly table: TableImport | null;
  /** The one that is trained on, with the choices that were made; null for other data. */
  readonly usedTable: UsedTable | null;
}

/** Whether the run on the stage is kept beyond the page. */
export type Keeping =
  /** There is nothing that would be lost. */
  | { readonly kind: "nothing" }
  | { readonly kind: "kept"; readonly step: number; readonly timeMs: number }
  /** Another tab has it: here it can only be looked at. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "off"; readonly why: Said };

/** What is kept, as the list shows it. */
export interface KeptList {
  readonly runs: readonly ListedRun[];
  readonly races: readonly ListedRace[];
  /** The ids of those that are live in a tab. */
  readonly live: readonly string[];
  /** Bytes of the origin, and how many it may have; null where the browser does not say. */
  readonly usage: { readonly used: number; readonly quota: number } | null;
  /** Whether the browser has promised not to clear it by itself. */
  readonly persisted: boolean;
}

export interface KeptSlice {
  readonly keeping: Keeping;
  /** Null until it was asked for. */
  readonly kept: KeptList | null;
  /** A link that would replace a run that is not kept, and waits for a word. */
  readonly askedLink: string | null;
  /** What the link of the page's address leaves out and locks; null where it is none that does. */
  readonly lesson: Lesson | null;
}

/** What the keeper of runs is asked for. */
export type KeeperCommand =
  | { readonly type: "list" }
  /** @param orLink what is opened where that run is not kept, as one with which nothing was done */
  | { readonly type: "open"; readonly id: string; readonly orLink?: string }
  | { readonly type: "rename"; readonly id: string; readonly name: string | null }
  | { readonly type: "note"; readonly id: string; readonly note: string }
  /** Again, with another seed. */
  | { readonly type: "repeat"; readonly id: string }
  | { readonly type: "delete"; readonly id: string }
  | { readonly type: "restore"; readonly id: string }
  /** For good: one that cannot be read. */
  | { readonly type: "forget"; readonly id: string }
  /** Into a file, which the browser downloads. */
  | { readonly type: "save"; readonly id: string; readonly withData: boolean }
  | { readonly type: "openFile"; readonly file: File }
  /** Unless somebody is sure, it is asked before a run is replaced that would be lost. */
  | { readonly type: "openLink"; readonly link: string; readonly isSure: boolean }
  /** A race as it is now, and those of its runs that have news. */
  | { readonly type: "keepRace"; readonly race: RaceState; readonly places: readonly number[] }
  /** Shows a race that is kept. */
  | { readonly type: "openRace"; readonly id: string }
  /** The page shows it no more: any tab may go on with it. */
  | { readonly type: "leaveRace"; readonly id: string }
  /** For good; its runs stay. */
  | { readonly type: "forgetRace"; readonly id: string }
  /** What the link in the address leaves out and locks, where Back and Forward lead to another. */
  | { readonly type: "lesson"; readonly link: string | null }
  /** The run on the stage, which another tab has. */
  | { readonly type: "takeOver" };

/** One run of a race. */
export interface RaceMember {
  readonly entry: RaceEntry;
  readonly run: RunState;
  readonly isOver: boolean;
  /** On the validation set, with the weights that it has at the end; null where nothing was measured. */
  readonly loss: number | null;
  /** Why it has left, where that is not because it has come to its end. */
  readonly why: Said | null;
}

export interface RaceState {
  readonly id: number;
  /** As which it is kept beyond the page. */
  readonly kept: { readonly id: string; readonly beganMs: number };
  readonly request: RaceRequest;
  /** The value that somebody has said will win, by its place; null for no guess. */
  readonly guess: number | null;
  /** `kept`: it was under way when it was kept, and the engine knows nothing of it until it goes on. */
  readonly phase: "starting" | "running" | "paused" | "kept" | "over";
  readonly members: readonly RaceMember[];
  /** Why it has ended, or is none, where that is not because all runs have come to their end. */
  readonly why: Said | null;
  /** Of the run on the stage when it began: what all train on, what is looked at first, and what computes. */
  readonly of: RunData;
  readonly view: KeptView;
  readonly engine: Pick<EngineStatus, "choice" | "name" | "device">;
}

export interface RaceSlice {
  readonly race: RaceState | null;
  /** What was planned last, or why it cannot be. */
  readonly racePlan: RacePlan | { readonly problem: Said } | null;
  /** Hears all that the engine tells, as soon as races were asked for: their program comes late (`racing/`). */
  readonly hearRace: ((event: ClientEvent) => void) | null;
}

export interface KeptActions {
  keeper(command: KeeperCommand): void;
}

export interface ExchangeActions {
  readonly exchange: AskExchange;
}

/** With what the page opens a run: the engine that it chose and the one that it had, and the language of what is opened where it cannot come back. */
export interface Opening {
  readonly engine: EngineChoice;
  readonly on: EngineName;
  readonly language: Language;
}

export interface SessionActions {
  receive(event: ClientEvent): void;
  train(): void;
  pause(): void;
  stepOnce(): void;
  reset(): void;
  /** The number comes back with what becomes of it. */
  loadData(source: DataSource, said?: SaidOfLoading): number;
  /** Takes data back that are not in use yet. */
  stopLoading(loadId: number): void;
  /** Takes back what is waited for. */
  stopWaiting(waiting: Waiting): void;
  /** Changes settings. The run begins again, unless all that changes applies at once. */
  configure(change: Partial<RunSettings>): void;
  setEngine(choice: EngineChoice): void;
  /** Asks the browser once more for a GPU. */
  tryWebgpu(): void;
  setProbe(probe: Probe): void;
  /** Asks for the run's state as it is now, which comes as its `saved`. */
  askState(): void;
  /** Measures the network on what is held out, now. */
  evaluate(): void;
  /** Begins a look anew, where it is not under way. */
  look(name: LookName, about?: AnswerPlace): void;
  /** Writes a file of the network's answers. */
  writeAnswers(request: AnswersRequest): void;
  /** Has the network answer other data, and writes that into a file. */
  lookAtSecond(request: AnswersRequest, second: ExampleData): void;
  /** Has a network of language look at another text, or measure it. */
  lookAtText(text: SecondTextRequest): void;
  stopLooking(name: LookName): void;
  steerRace(command: RaceCommand): void;
  calibrate(): void;
  snapshotDrawn(): void;
  dismissNotice(id: number): void;
  /** Notices that do not hold any more. */
  takeBack(key: MessageKey): void;
  dismissRejection(): void;
  /** For a file that the page itself knows to be of no use. */
  rejectFile(name: Said, message: Said): void;
  dismissFailure(): void;
  /**
   * Goes back to a run from before, exactly as it was. The present one is then among those.
   * @param opening with it the page opens
   */
  goBack(id: number, opening?: Opening): void;
  /**
   * Opens another setup in the place of the run.
   * @param back the run, among those from before, that is to go on so
   * @param language with it the page opens: that of what is opened where the setup cannot be used
   * @param checkpoint it goes on from
   */
  openSetup(setup: Setup, back: number | null, language: Language | null, checkpoint?: SavedState): void;
  /** Makes a step of the run's history the present again, where its state is kept. The present run is then among those from before. */
  goOnFrom(step: number): void;
  /** For what the page itself has to say. */
  notify(kind: Notice["kind"], text: Said): void;
}

export interface SelectionActions {
  /** Another layer may have fewer units: the unit stays within. */
  selectLayer(layer: number): void;
  selectUnit(unit: number): void;
  selectTime(time: number): void;
  hover(time: number | null, unit: number | null): void;
  setPlaying(playing: boolean): void;
  orderUnits(order: UnitOrderName): void;
  sortAgain(): void;
  zoomRows(height: number | null): void;
  zoomTime(width: number | null): void;
  /** Pins a unit of the layer on show, or lets go of it. Of too many the oldest goes. */
  togglePin(unit: number): void;
  selectBox(box: UnitBox | null): void;
  showLook(look: string): void;
}

export interface PastFramesActions {
  showStep(step: number | null): void;
  showNextFrame(): void;
  /** From the beginning, where the present is on show. */
  playPast(playing: boolean): void;
  showChange(change: LaneChange): void;
  /** Lanes show how they differ from what is on show now. */
  pinFrame(): void;
}

export interface GenerationActions {
  setPrompt(prompt: string): void;
  setSampling(change: Partial<SamplingSettings>): void;
  setGenerationLength(length: number): void;
  generate(): void;
  stopGenerating(): void;
}

export interface TableActions {
  /** @param orText as a text where nothing can be asked of it: it is taken for a table, and nobody has said so */
  openTable(file: File, orText?: boolean): void;
  /** The one in use, once more, with the choices made. */
  reopenTable(): void;
  /** A correction of what was detected, or another question, or other options. */
  changeTable(change: TableChange): void;
  /** Another kind of question than the one in force, with what was guessed for it. */
  chooseQuestionKind(question: TableQuestion): void;
  /** Prepares it and loads it. The dialog closes when it stands. */
  useTable(): void;
  /** Stops what the reader is doing; a table that was not yet read to its end is closed. */
  stopTable(): void;
  closeTable(): void;
  receiveTable(event: TableEvent | ReaderLost): void;
}

export interface UsedFolder {
  readonly source: FolderSource;
  readonly content: FolderContent;
  readonly options: FolderOptions;
  /** Where its labels stand, if not in the names of folders. */
  readonly labels: LabelSource | null;
}

export interface FolderSlice {
  /** The one that is being opened: the dialog shows it. Nothing that is in use changes before it is taken. */
  readonly folder: FolderImport | null;
  /** The one that is trained on; null for other data. */
  readonly usedFolder: UsedFolder | null;
}

export interface TextChange {
  readonly limit?: number;
  readonly encoding?: Encoding;
}

export interface FolderActions {
  /** Opens the dialog, in which a folder or a zip is chosen. */
  chooseFolder(): void;
  /** Reads it and loads it. The dialog closes when it stands. */
  openFolder(source: FolderSource, content: FolderContent): void;
  /** For one that the page itself knows to be of no use. */
  refuseFolder(name: Said, problem: Said): void;
  setFolderUnit(unit: TextUnit): void;
  /** Reads it with the labels that were asked for. */
  chooseFolderLabels(labels: LabelSource): void;
  stopFolder(): void;
  closeFolder(): void;
  /** Reads the texts in use once more, by characters or by words. */
  readTextsAs(unit: TextUnit): void;
  /** Reads the texts of the folder in use once more, all from one encoding, or each from what its bytes tell (null). */
  readTextsFrom(encoding: Encoding | null): void;
  /** Reads the text in use once more, with another limit of its vocabulary or from another encoding. */
  readTextWith(change: TextChange): void;
  /** Of the text in use: shuffles its lines, or reads them as they stand. */
  orderLines(order: "shuffled" | "asItStands"): void;
  receiveFolder(event: FolderEvent | ReaderLost): void;
}

export interface PictureSlice {
  /** Those that are being opened: the dialog shows them. Nothing that is in use changes before they are taken. */
  readonly pictures: PictureImport | null;
}

/** A network of another program that is being opened. */
export interface NetworkImport {
  readonly file: File;
  /** Null until it is read, and where it cannot be. */
  readonly opened: OpenedNetwork | null;
  readonly refusal: Said | null;
  /** What it was held to. */
  readonly of: RunData;
}

export interface NetworkSlice {
  /** The dialog shows it; null closes it (`imports/network.ts`). */
  readonly network: NetworkImport | null;
}

export interface PictureActions {
  /** Opens the dialog, in which a folder or a zip is chosen. */
  choosePictures(): void;
  openPictures(source: FolderSource): void;
  /** Reads them with the labels that were asked for. */
  choosePictureLabels(labels: LabelSource): void;
  /** Shows them as the network would read them with other options. */
  changePictures(change: Partial<ImageOptions>): void;
  /** Makes a dataset of all of them and loads it. The dialog closes when it stands. */
  usePictures(): void;
  stopPictures(): void;
  closePictures(): void;
  receivePictures(event: PictureEvent | ReaderLost): void;
}

/** A file that is opened beside the one that the network was trained on. */
export interface SecondFile {
  readonly name: Said;
  /** The last command to its reader. */
  readonly readId: number;
  /** Whether that one is not yet answered. */
  readonly isBusy: boolean;
  /** Of the files of a folder, while they are read; null of what nobody knows how long it takes. */
  readonly share: number | null;
  /** Null until it is read: a table with its columns, or the files of a folder. */
  readonly read: SecondTable | SecondRead | null;
  readonly chosen: ChosenColumns;
  readonly refusal: Said | null;
  /** Whether the network was asked. */
  readonly asked: boolean;
}

export interface SecondSlice {
  /** The dialog shows it. */
  readonly second: SecondFile | null;
}

export interface SecondActions {
  openSecond(file: File): void;
  /** Reads sounds or pictures as those are that the network was trained on. */
  openSecondFolder(source: FolderSource): void;
  /** Says which of its columns stands for one that the network was trained on. */
  matchSecond(column: number, stands: number): void;
  /** Has the network answer all of it; what comes of that is the look `second`. */
  answerSecond(request: AnswersRequest): void;
  closeSecond(): void;
  receiveSecond(event: TableEvent | FolderEvent | PictureEvent | ReaderLost): void;
}

export type PlaygroundData = SessionSlice &
  SelectionSlice &
  PastFramesSlice &
  GenerationSlice &
  TableSlice &
  FolderSlice &
  PictureSlice &
  SecondSlice &
  NetworkSlice &
  KeptSlice &
  RaceSlice;
export type PlaygroundState = PlaygroundData &
  SessionActions &
  SelectionActions &
  PastFramesActions &
  GenerationActions &
  TableActions &
  FolderActions &
  PictureActions &
  SecondActions &
  KeptActions &
  ExchangeActions;
