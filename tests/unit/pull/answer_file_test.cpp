#include <doctest/doctest.h>

#include "base/hash.h"
#include "pull/answer_file.h"

using namespace yokoten;

namespace {

const std::string answer_path = "pub/raw/x.csv";
constexpr std::int64_t roomy = 1LL << 30;

}  // namespace

TEST_CASE("an answer lies beside its place, whole, when it has ended") {
  MemoryDisk disk;
  Arrivals arrivals(disk);
  AnswerFile file(&arrivals, answer_path, roomy);
  file.begin();
  const std::string line = "a line of some length, again and again\n";
  std::string whole;
  for (int count = 0; count < 300'000; ++count) {  // more than two pieces
    CHECK_FALSE(file.add(line).has_value());
    whole += line;
  }
  CHECK_FALSE(file.finish().has_value());
  CHECK(disk.written() >= 3);
  CHECK(file.bytes() == static_cast<std::int64_t>(whole.size()));
  CHECK(file.sha256() == sha256(whole));
  CHECK_FALSE(disk.exists(answer_path));
  CHECK(arrivals.settle().empty());
  CHECK(disk.tree[answer_path] == whole);
}

TEST_CASE("an answer that comes again replaces what had come of it") {
  MemoryDisk disk;
  Arrivals arrivals(disk);
  AnswerFile file(&arrivals, answer_path, roomy);
  file.begin();
  CHECK_FALSE(file.add(std::string(5 << 20, 'x') + '\n').has_value());
  file.begin();
  CHECK_FALSE(file.add("a\n1\n").has_value());
  CHECK_FALSE(file.finish().has_value());
  CHECK(file.bytes() == 4);
  CHECK(file.sha256() == sha256("a\n1\n"));
  CHECK(arrivals.settle().empty());
  CHECK(disk.tree[answer_path] == "a\n1\n");
}

TEST_CASE("an answer that is dropped leaves nothing") {
  MemoryDisk disk;
  disk.tree[answer_path] = "old";
  Arrivals arrivals(disk);
  AnswerFile file(&arrivals, answer_path, roomy);
  file.begin();
  CHECK_FALSE(file.add("a\n").has_value());
  CHECK_FALSE(file.finish().has_value());
  arrivals.drop(answer_path);
  CHECK(arrivals.settle().empty());
  CHECK(disk.tree == decltype(disk.tree){{answer_path, "old"}});
}

TEST_CASE("an answer that is only asked for is counted and not written") {
  AnswerFile file(nullptr, answer_path, roomy);
  file.begin();
  CHECK_FALSE(file.add("a\n1\n").has_value());
  CHECK_FALSE(file.finish().has_value());
  CHECK(file.sha256() == sha256("a\n1\n"));
}

TEST_CASE("an answer that is too large, no text, or can't be written is refused") {
  MemoryDisk disk;
  Arrivals arrivals(disk);
  AnswerFile file(&arrivals, answer_path, 5);
  file.begin();
  CHECK_FALSE(file.add("a\n1\n").has_value());
  CHECK(file.add("2\n").value_or(Fault{}).code == "pull.size");
  file.begin();
  CHECK_FALSE(file.add("a\n").has_value());
  CHECK(file.add("\xff\n").value_or(Fault{}).message.en ==
        "line 2 of the answer is not UTF-8; mend it in the query");
  disk.fail_after = 0;
  file.begin();
  CHECK_FALSE(file.add("a\n").has_value());
  CHECK(file.finish().value_or(Fault{}).code == "pull.disk");
}
