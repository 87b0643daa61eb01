#ifdef FACE_DETECTION

extern "C" {
#include "CFaceDetector.h"
}

#include <algorithm>
#include <cstdio>
#include <exception>
#include <mutex>
#include <new>
#include <numeric>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/objdetect.hpp>

struct face_detector {
  cv::CascadeClassifier frontal;
  cv::CascadeClassifier eye;
};

namespace {

// A step of a tenth finds a face in three to seven neighbouring sizes, which is what the support
// counts.
constexpr double scale_step = 1.1;
// OpenCV drops groups of this many windows and fewer; the caller judges the rest by their support.
constexpr int least_group = 1;
// Windows of a cascade are 20 samples and more; a plane beyond this side is no working image.
constexpr int32_t largest_side = 16384;

void say(char message[FACE_MESSAGE_SIZE], const char *text) {
  std::snprintf(message, FACE_MESSAGE_SIZE, "%s", text);
}

// OpenCV would start a pool of threads of its own inside every worker, and log to the terminal.
void tame_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    cv::setNumThreads(1);
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::redirectError([](int, const char *, const char *, const char *, int, void *) { return 0; });
  });
}

bool load(cv::CascadeClassifier &cascade, const char *path, char message[FACE_MESSAGE_SIZE]) {
  if (path != nullptr && cascade.load(path) && !cascade.empty()) return true;
  say(message, "a cascade file cannot be loaded");
  return false;
}

}  // namespace

extern "C" face_detector *face_detector_open(
  const char *frontal_path, const char *eye_path, char message[FACE_MESSAGE_SIZE]) {
  say(message, "");
  face_detector *detector = nullptr;
  try {
    tame_library();
    detector = new face_detector;
    if (load(detector->frontal, frontal_path, message) && load(detector->eye, eye_path, message)) {
      return detector;
    }
  } catch (const std::exception &) {
    say(message, "a cascade file is damaged");
  } catch (...) {
    say(message, "a cascade file is damaged");
  }
  delete detector;
  return nullptr;
}

extern "C" void face_detector_close(face_detector *detector) { delete detector; }

extern "C" int32_t face_detector_find(
  face_detector *detector, face_cascade cascade, const face_plane *plane, int32_t minimum_side,
  int32_t maximum_side, face_box *boxes, int32_t capacity, char message[FACE_MESSAGE_SIZE]) {
  say(message, "");
  if (detector == nullptr || plane == nullptr || plane->samples == nullptr || boxes == nullptr
      || plane->width <= 0 || plane->height <= 0 || plane->width > largest_side
      || plane->height > largest_side || plane->stride < static_cast<size_t>(plane->width)
      || minimum_side <= 0 || maximum_side < minimum_side || capacity < 0) {
    say(message, "the call is wrong");
    return -1;
  }
  try {
    // OpenCV takes no pointer to const samples, but only reads them here.
    const cv::Mat image(
      plane->height, plane->width, CV_8UC1, const_cast<uint8_t *>(plane->samples), plane->stride);
    std::vector<cv::Rect> found;
    std::vector<int> support;
    auto &classifier = cascade == FACE_EYE ? detector->eye : detector->frontal;
    classifier.detectMultiScale(
      image, found, support, scale_step, least_group, 0, cv::Size(minimum_side, minimum_side),
      cv::Size(maximum_side, maximum_side));
    std::vector<size_t> order(std::min(found.size(), support.size()));
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t left, size_t right) {
      return support[left] != support[right] ? support[left] > support[right] : left < right;
    });
    int32_t count = 0;
    for (const size_t index : order) {
      if (count == capacity) break;
      const cv::Rect &box = found[index];
      boxes[count++] = face_box{box.x, box.y, box.width, box.height, support[index]};
    }
    return count;
  } catch (const std::exception &error) {
    say(message, error.what());
  } catch (...) {
    say(message, "OpenCV failed without saying why");
  }
  return -1;
}

#endif
