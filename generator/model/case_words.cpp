#include "model/case_words.h"

#include "base/text.h"

namespace yokoten {
namespace {

// 介護テクノロジー利用の重点分野 first, in the order of the national list; then what else is used.
const std::vector<CaseWord> technologies = {
    {"transfer", "移乗支援", "Transfer support"},
    {"mobility", "移動支援", "Mobility support"},
    {"toileting", "排泄支援", "Toileting support"},
    {"monitoring", "見守り・コミュニケーション", "Monitoring and communication"},
    {"bathing", "入浴支援", "Bathing support"},
    {"care-work", "介護業務支援", "Support of care work"},
    {"training", "機能訓練支援", "Functional training"},
    {"nutrition", "食事・栄養管理支援", "Meals and nutrition"},
    {"dementia", "認知症生活支援・認知症ケア支援", "Dementia care"},
    {"data-link", "ケアプランデータ連携システム", "Care plan data link system"},
    {"care-software", "介護ソフト", "Care software"},
    {"intercom", "インカム", "Intercom headsets"},
};

const std::vector<CaseWord> themes = {
    {"survey", "意向・現状の調査", "Survey of intent and present state"},
    {"explanation", "説明と体験", "Explanation and trying out"},
    {"associations", "事業者団体との連携", "With providers' associations"},
    {"funding", "費用の支援", "Support with costs"},
    {"accompaniment", "伴走支援", "Hands-on support"},
    {"whole-area", "地域ぐるみの取組", "Whole-area efforts"},
    {"procedures", "業務の手順の見直し", "Reviewing work procedures"},
    {"division-of-work", "役割の分担", "Division of work"},
    {"physical-strain", "身体の負担の軽減", "Less physical strain"},
    {"training", "研修と人材育成", "Training and staff development"},
    {"workplace", "働きやすい職場づくり", "Good workplaces"},
    {"foreign-staff", "外国人材の支援", "Support for foreign staff"},
    {"measurement", "効果測定", "Measuring effects"},
};

const std::vector<CaseWord> sizes = {
    {"1-9", "職員9人以下", "up to 9 staff"},
    {"10-29", "職員10〜29人", "10–29 staff"},
    {"30-", "職員30人以上", "30 staff or more"},
};

// All ways to write a range, with the words around the numbers left out.
std::string bare_range(std::string_view written) {
  std::string text = folded(written);
  const auto replace = [&](std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  };
  for (const std::string_view word : {"職員", "人", "名", " "}) replace(word, "");
  for (const std::string_view dash : {"〜", "~", "–", "から", "以上"}) replace(dash, "-");
  return text.ends_with("以下") ? "1-" + text.substr(0, text.size() - std::string("以下").size())
                                : text;
}

}  // namespace

CaseWords usual_case_words() { return {themes, technologies, sizes}; }

const CaseWord* case_word(const std::vector<CaseWord>& words, std::string_view written) {
  const std::string wanted = folded(written);
  for (const CaseWord& each : words)
    if (each.code == wanted || folded(each.title) == wanted) return &each;
  return nullptr;
}

const CaseWord* size_word(const std::vector<CaseWord>& sizes, std::string_view written) {
  const std::string wanted = bare_range(written);
  for (const CaseWord& each : sizes)
    if (each.code == wanted) return &each;
  return nullptr;
}

std::vector<std::string> titles_of(const std::vector<CaseWord>& words) {
  std::vector<std::string> titles;
  for (const CaseWord& each : words) titles.push_back(each.title);
  return titles;
}

}  // namespace yokoten
