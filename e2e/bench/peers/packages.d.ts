/**
 * The part of the peers' packages that the benchmark uses. They are installed only where it runs, and their own types would
 * be missing wherever it does not.
 */
declare module "@tensorflow/tfjs-core" {
  export interface Tensor {
    data(): Promise<Float32Array | Int32Array | Uint8Array>;
    dispose(): void;
  }
  export interface Optimizer {
    readonly learningRate?: number;
  }
  export function getBackend(): string;
  export function setBackend(name: string): Promise<boolean>;
  export function ready(): Promise<void>;
  export function tidy(compute: () => Tensor): Tensor;
  export function dispose(tensors: readonly Tensor[]): void;
  export function tensor1d(values: Int32Array | readonly number[], type?: "int32"): Tensor;
  export function tensor3d(values: Float32Array, shape: readonly [number, number, number]): Tensor;
  export function reshape(x: Tensor, shape: readonly number[]): Tensor;
  export function transpose(x: Tensor, permutation?: readonly number[]): Tensor;
  export function oneHot(indices: Tensor, depth: number): Tensor;
  export function argMax(x: Tensor, axis: number): Tensor;
  export const train: { adam(learningRate: number): Optimizer };
}

declare module "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops" {}
declare module "@tensorflow/tfjs-backend-cpu" {}
declare module "@tensorflow/tfjs-backend-webgpu" {}

declare module "@tensorflow/tfjs-backend-wasm" {
  export function getThreadsCount(): number;
  export function setWasmPaths(paths: Readonly<Record<string, string>>): void;
}

declare module "@tensorflow/tfjs-layers" {
  import type { Optimizer, Tensor } from "@tensorflow/tfjs-core";

  interface Layer {
    readonly name: string;
  }
  interface InputShape {
    readonly inputShape?: readonly number[];
    readonly batchInputShape?: readonly number[];
    readonly stateful?: boolean;
  }
  interface GruOptions extends InputShape {
    readonly units: number;
    readonly returnSequences: boolean;
    readonly resetAfter: false;
  }
  interface DenseOptions {
    readonly units: number;
    readonly activation: "softmax";
  }
  export interface Sequential {
    add(layer: Layer): void;
    compile(options: { readonly optimizer: Optimizer; readonly loss: "categoricalCrossentropy" }): void;
    /** Several numbers only where there are metrics. */
    trainOnBatch(x: Tensor, y: Tensor): Promise<number | number[]>;
    /** Several tensors only where a model has several outputs. */
    predict(x: Tensor): Tensor | Tensor[];
    dispose(): void;
  }
  export function sequential(): Sequential;
  export const layers: { gru(options: GruOptions): Layer; dense(options: DenseOptions): Layer };
}

declare module "onnxruntime-web/wasm" {
  export const env: {
    readonly wasm: { wasmPaths: { readonly mjs: string; readonly wasm: string }; numThreads: number };
  };
  export class Tensor {
    constructor(type: "float32", data: Float32Array, dims: readonly number[]);
    readonly data: Float32Array;
  }
  export interface InferenceSession {
    run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
    release(): Promise<void>;
  }
  export const InferenceSession: { create(model: Uint8Array): Promise<InferenceSession> };
}

declare module "protobufjs" {
  interface Message {
    readonly $type: Type;
  }
  interface Type {
    create(properties: object): Message;
    encode(message: Message): { finish(): Uint8Array };
  }
  interface Root {
    lookupType(name: string): Type;
  }
  const protobuf: { parse(source: string, options: { readonly keepCase: boolean }): { readonly root: Root } };
  export default protobuf;
}
