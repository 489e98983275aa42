/**
 * What the tests and the scripts need beside npm packages: a Chromium for the browser tests, and for WebGPU in Node
 * (Dawn, npm package `webgpu`) a Vulkan driver. Chromium brings a software driver, SwiftShader, and the loader.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";

const programFiles = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const browserPlaces = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: programFiles.flatMap((folder) =>
    folder
      ? [
          path.join(folder, "Chromium", "Application", "chrome.exe"),
          path.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
        ]
      : [],
  ),
};

/** Arguments with which Chromium has WebGPU on its software adapter. */
export const softwareGpu = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
];

/** Arguments with which Chromium offers WebGPU, but has no adapter for it. */
export const noGpu = ["--disable-gpu"];

/**
 * The browser's own suggestions below its address bar are two more pages in every window, which nobody sees, and which take as
 * long to start as this project's page. Chromium heeds the last list of features alone, so Playwright's own stand here as well
 * (`chromiumSwitches.ts`, where each has its reason), without Edge's.
 */
export const bareWindow = `--disable-features=${[
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
].join(",")}`;

/** The browser's path, or null. CHROMIUM_PATH goes before the usual places. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is "${chosen}", and there is no such file.`);
  }
  return (browserPlaces[process.platform] ?? []).find((place) => existsSync(place)) ?? null;
}

/** The browser's path. Installs Chromium where that is possible without asking: on Debian, as root. */
export function requireChromium() {
  const found = findChromium();
  if (found) return found;
  if (!isDebian() || process.getuid?.() !== 0) throw new Error(howToInstall());
  console.error("Installing Chromium (apt-get install chromium) …");
  for (const args of [["update"], ["install", "-y", "chromium"]]) {
    const { status } = spawnSync("apt-get", args, {
      stdio: ["ignore", process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) throw new Error(`apt-get ${args.join(" ")} failed. ${howToInstall()}`);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(`Chromium was installed, but it is in none of the usual places. Set CHROMIUM_PATH to it.`);
}

/**
 * The environment variables with which a new process finds a Vulkan driver; they must be set before it starts.
 * A driver chosen by the user (VK_ICD_FILENAMES or VK_DRIVER_FILES) stays. Dawn uses Metal on macOS and Direct3D on
 * Windows, so nothing is needed there.
 *
 * @returns {Record<string, string>}
 */
export function dawnEnvironment(environment = process.env) {
  if (process.platform !== "linux") return {};
  const folder = softwareDriverFolders().find((place) => existsSync(path.join(place, driverFile)));
  const chosen = environment.VK_ICD_FILENAMES ?? environment.VK_DRIVER_FILES;
  const driver = folder ? path.join(folder, driverFile) : systemDriver();
  return {
    ...(chosen || !driver ? {} : { VK_ICD_FILENAMES: driver }),
    ...(folder ? { LD_LIBRARY_PATH: appended(environment.LD_LIBRARY_PATH, folder) } : {}),
  };
}

/** As `dawnEnvironment`, but an error where there is no driver at all. */
export function requireDawnEnvironment() {
  const found = dawnEnvironment();
  const merged = { ...process.env, ...found };
  if (process.platform !== "linux" || merged.VK_ICD_FILENAMES || merged.VK_DRIVER_FILES) return found;
  throw new Error(
    "No Vulkan driver was found beside Chromium. Install Debian's chromium package or mesa-vulkan-drivers, or set VK_ICD_FILENAMES to your driver's .json file.",
  );
}

const driverFile = "vk_swiftshader_icd.json";

function softwareDriverFolders() {
  const browser = findChromium();
  return [
    ...(browser ? [path.dirname(realpathSync(browser))] : []),
    "/usr/lib/chromium",
    "/usr/lib64/chromium-browser",
    "/usr/lib/chromium-browser",
    "/snap/chromium/current/usr/lib/chromium-browser",
    "/opt/google/chrome",
  ];
}

/** Mesa's software driver, or whichever driver the system has. */
function systemDriver() {
  const folder = "/usr/share/vulkan/icd.d";
  if (!existsSync(folder)) return null;
  const drivers = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const driver = drivers.find((name) => name.startsWith("lvp")) ?? drivers[0];
  return driver ? path.join(folder, driver) : null;
}

/** @param {string | undefined} list @param {string} folder */
function appended(list, folder) {
  const folders = list ? list.split(":") : [];
  return folders.includes(folder) ? folders.join(":") : [...folders, folder].join(":");
}

function isDebian() {
  return (
    process.platform === "linux" &&
    existsSync("/etc/os-release") &&
    /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

function howToInstall() {
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  const commands = {
    linux: isDebian()
      ? "run `sudo apt-get install chromium`"
      : "install the package `chromium` or Google Chrome with your package manager",
    darwin: "run `brew install --cask google-chrome`, or install Chrome from https://www.google.com/chrome",
    win32: "run `winget install Google.Chrome`, or install Chrome from https://www.google.com/chrome",
  };
  return `No Chromium or Chrome was found, and the tests need one: ${commands[process.platform] ?? "install one"}, or set CHROMIUM_PATH to its program.`;
}

/**
 * The option with which Node 20 has the vector instructions that browsers have had since 2023 (relaxed SIMD); later versions
 * need none, and may refuse it.
 */
export function relaxedSimdOptions() {
  return process.versions.node.startsWith("20.") ? ["--experimental-wasm-relaxed-simd"] : [];
}
