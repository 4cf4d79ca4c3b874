#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/hash.h"
#include "read/known_lines.h"

using namespace yokoten;

namespace {

using Lines = std::vector<std::string>;

Lines numbered(int count) {
  Lines lines;
  for (int at = 0; at < count; ++at) lines.push_back("row," + std::to_string(at * 7) + "\n");
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& each : lines) text += each;
  return text;
}

KnownLines known(const std::string& text) {
  auto made = KnownLines::of(*file_of(text));
  REQUIRE(made);
  return *made;
}

/// Follows a file from state to state.
struct Followed {
  Lines lines;
  KnownLines seen;

  explicit Followed(Lines first) : lines(std::move(first)), seen(known(joined(lines))) {}

  /// Has the lines say something else, and checks that what is told of them makes the new file of
  /// the old one.
  FileLines change_to(const Lines& next) {
    const std::string text = joined(next);
    const auto change = seen.change_to(*file_of(text));
    REQUIRE(change);
    const auto& [others, now] = *change;
    Lines made = lines;
    if (others.count > 0) {
      const auto first = made.begin() + (others.first - 1);
      *first = others.text;
      made.erase(first + 1, first + others.count);
    }
    CHECK(joined(made) == text);
    CHECK(now.lines() == static_cast<int>(next.size()));
    seen = now;
    lines = next;
    return others;
  }
};

}  // namespace

TEST_CASE("what is known of a file has its hash and the number of its lines") {
  CHECK(known("a\nb\n").sha256() == sha256("a\nb\n"));
  CHECK(known("a\nb\n").lines() == 2);
  CHECK(known("a\nb").lines() == 2);
  CHECK(known("").lines() == 0);
}

TEST_CASE("a file that is as it was has no other lines") {
  for (const int lines : {0, 1, 400, 3000}) {
    Followed file(numbered(lines));
    CHECK(file.change_to(file.lines).count == 0);
  }
}

TEST_CASE("lines that say something else are found wherever they stand, one change after another") {
  std::mt19937 random(7);
  for (const int count : {1, 3, 700, 40'000}) {
    Followed file(numbered(count));
    for (int turn = 0; turn < 60; ++turn) {
      Lines next = file.lines;
      const auto at = random() % next.size();
      next[at] = "row," + std::to_string(random() % 1'000'000 >> (random() % 20)) + "\n";
      if (turn % 3 == 0) next[random() % next.size()] = "far,1\n";
      CAPTURE(count);
      CAPTURE(at);
      file.change_to(next);
    }
  }
}

TEST_CASE("of a large file little more is told than the lines that changed") {
  Followed file(numbered(40'000));
  for (const std::size_t at : {std::size_t{0}, std::size_t{20'000}, std::size_t{39'999}}) {
    Lines next = file.lines;
    next[at] = "other,12345\n";
    const FileLines others = file.change_to(next);
    CHECK(others.first <= static_cast<int>(at) + 1);
    CHECK(others.first + others.count > static_cast<int>(at) + 1);
    CHECK(others.text.size() < 2 * 4096 + 100);
  }
}

TEST_CASE("a last line without an end is one all the same") {
  Followed file({"a,1\n", "b,2"});
  CHECK(file.change_to({"a,1\n", "b,34"}).first <= 2);
  file.change_to({"a,1\n", "b"});
}

TEST_CASE("a file with more lines or fewer is not told line by line") {
  const Lines lines = numbered(3000);
  const KnownLines seen = known(joined(lines));
  for (const std::size_t at : {std::size_t{0}, std::size_t{1500}, std::size_t{2999}}) {
    Lines more = lines, fewer = lines;
    more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), "row,1\n");
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
    CHECK_FALSE(seen.change_to(*file_of(joined(more))));
    CHECK_FALSE(seen.change_to(*file_of(joined(fewer))));
  }
  CHECK_FALSE(known("a\nb").change_to(*file_of("a\n")));
  CHECK_FALSE(known("a\nb\n").change_to(*file_of("")));
}
