/**
 * What fast-check draws is the same in every run of the tests, so that a run says something about the code and nothing about luck.
 * `DRAW=17 npx vitest run …` draws other cases, `DRAW=any` others every time: a counterexample is printed with its seed.
 */
import { configureGlobal } from "fast-check";

const { DRAW = "1" } = process.env;
configureGlobal(DRAW === "any" ? {} : { seed: Number(DRAW) });
