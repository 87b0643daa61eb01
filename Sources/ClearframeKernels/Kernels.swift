// Pixel kernels, each beside a scalar reference.
