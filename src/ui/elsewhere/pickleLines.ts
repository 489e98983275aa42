/** What makes a file of a PyTorch model that is opened here. */
export const pickleLines = `from safetensors.torch import save_file
save_file(model.state_dict(), "model.safetensors")`;
