#include "base/progress.h"
#include "base/text.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

StepState writing_pages() {
  return {.step = {"ページの書き出し", "writing pages"},
          .done = 1000,
          .all = 4000,
          .bytes = 50'000'000,
          .seconds = 5};
}

}  // namespace

TEST_CASE("a wide line has counts, time left, rate and bytes") {
  CHECK(progress_line(writing_pages(), 120, Language::en) ==
        "writing pages  [#######                       ]  1000/4000  about 15 s left  10.0 MB/s  "
        "50.0 MB");
  CHECK(progress_line(writing_pages(), 120, Language::ja) ==
        "ページの書き出し  [#######                       ]  1000/4000  あと約15秒  10.0 MB/秒  "
        "50.0 MB");
}

TEST_CASE("where no bytes are counted the rate is of pieces") {
  StepState state = writing_pages();
  state.bytes = 0;
  const std::string line = progress_line(state, 120, Language::en);
  CHECK(line.find("  200/s") != std::string::npos);
  CHECK(line.find("MB") == std::string::npos);
}

TEST_CASE("nothing is guessed in the first second") {
  StepState state = writing_pages();
  state.seconds = 0.5;
  CHECK(progress_line(state, 60, Language::en).find("left") == std::string::npos);
  CHECK(progress_line(state, 60, Language::en).find("/s") == std::string::npos);
}

TEST_CASE("a step that nobody knows the length of tells its time") {
  const StepState state{.step = {"計算", "measuring"}, .seconds = 75};
  CHECK(progress_line(state, 60, Language::en) == "measuring  1 min 15 s");
  CHECK(progress_line(state, 60, Language::ja) == "計算  1分15秒");
}

TEST_CASE("no line is wider than the terminal, and the counts stay longest") {
  for (const Language language : {Language::ja, Language::en})
    for (std::size_t width = 0; width < 130; ++width) {
      const std::string line = progress_line(writing_pages(), width, language);
      CHECK(terminal_width(line) <= width);
      const bool counts = line.find("1000/4000") != std::string::npos;
      CHECK(counts == (width >= (language == Language::ja ? 27 : 24)));
    }
}

TEST_CASE("a bar is full at the end and never longer") {
  StepState state = writing_pages();
  state.done = 4000;
  const std::string full = '[' + std::string(30, '#') + ']';
  CHECK(progress_line(state, 120, Language::en).find(full) != std::string::npos);
  state.done = 4001;
  CHECK(progress_line(state, 120, Language::en).find(full) != std::string::npos);
}

TEST_CASE("where nobody looks on a step is a line without control letters") {
  CHECK(step_line(writing_pages().step, 4000, Language::en) == "writing pages (4000)");
  CHECK(step_line(writing_pages().step, 0, Language::ja) == "ページの書き出し");
}
