#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "chart/guide/overlap.h"

// Expected values: vega-view-transforms' Overlap run over the same items.

using namespace yokoten::chart;

namespace {

std::vector<Item> row_of_texts(const std::vector<std::string>& texts, double step) {
  std::vector<Item> labels;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Item item;
    item.text = texts[i];
    item.font.size = 10;
    item.align = "center";
    item.x = {0, static_cast<double>(i) * step};
    labels.push_back(item);
  }
  return labels;
}

std::string shown(std::vector<Item> labels, Overlap method, double separation = 0,
                  const std::optional<LabelLimits>& limits = {}) {
  std::vector<Item*> all;
  for (Item& label : labels) all.push_back(&label);
  hide_overlaps(all, method, separation, limits, 100);
  std::string marks;
  for (const Item& label : labels) marks += label.hidden ? '.' : 'x';
  return marks;
}

}  // namespace

TEST_CASE("labels that only touch do not overlap") {
  CHECK(shown(row_of_texts({"ああ", "いい", "うう"}, 20), Overlap::parity) == "xxx");
  CHECK(shown(row_of_texts({"ああ", "いい", "うう"}, 20), Overlap::parity, 1) == "x.x");
}

TEST_CASE("two labels stay even where they overlap") {
  CHECK(shown(row_of_texts({"あああ", "いいい"}, 5), Overlap::parity) == "xx");
}

TEST_CASE("the very last label takes the place of the one before where two are left") {
  CHECK(shown(row_of_texts({"ああ", "いい", "うう", "ええ"}, 12), Overlap::parity) == "x..x");
  CHECK(shown(row_of_texts({"ああ", "いい", "うう", "ええ", "おお"}, 12), Overlap::parity) ==
        "x.x.x");
}

TEST_CASE("the greedy way keeps the next label that is free") {
  CHECK(shown(row_of_texts({"ああああ", "い", "う", "え", "お"}, 12), Overlap::greedy) == "x..xx");
}

TEST_CASE("empty labels take no part") {
  CHECK(shown(row_of_texts({"ああ", "", "うう", "", "おお"}, 10), Overlap::parity) == "x.x.x");
}

TEST_CASE("labels beyond the limits are hidden unless nothing is done at all") {
  const LabelLimits limits{true, 100, 0, 1};
  CHECK(shown(row_of_texts({"ああ", "いい", "うう"}, 50), Overlap::parity, 0, limits) == ".x.");
  CHECK(shown(row_of_texts({"ああ", "いい", "うう"}, 50), Overlap::off, 0, limits) == "xxx");
}
