#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "small_book.h"

namespace yokoten {

/// A fenced block of a manual's page, with the file that it stands in.
struct WrittenBlock {
  std::string name, options, file;
};

/// What a block asks for on pages of all kinds: with no option, and with those of its examples.
inline AskedKeys asked_options(SmallBook& small, const std::string& name,
                               const std::vector<WrittenBlock>& examples) {
  AskedKeys all;
  const auto add = [&](const std::string& options, const std::string& file) {
    for (const Each each : {Each::page, Each::prefecture, Each::indicator, Each::case_tag}) {
      AskedKeys asked;
      Findings ignored;
      compiled_block(small.book, {name, options, {file, 1, 1}}, each, ignored, &asked);
      for (AskedKey& key : asked) {
        const auto same = [&](const AskedKey& known) {
          return known.table == key.table && known.key == key.key;
        };
        const auto known = std::find_if(all.begin(), all.end(), same);
        if (known == all.end())
          all.push_back(std::move(key));
        else if (known->words.empty())
          known->words = std::move(key.words);
      }
    }
  };
  add({}, "pages/x.md");
  for (const WrittenBlock& each : examples)
    if (each.name == name) add(each.options, each.file);
  return all;
}

}  // namespace yokoten
