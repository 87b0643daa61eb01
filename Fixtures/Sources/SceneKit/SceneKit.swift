// Scenes: labelled photos made by a camera model.
