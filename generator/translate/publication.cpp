#include "translate/publication.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "translate/singulars.h"
#include "translate/texts.h"

namespace yokoten {
namespace {

/// Translates one publication in place, file by file.
class Translator {
 public:
  Translator(Publication& made, Texts& texts) : made_(made), texts_(texts) {}

  void all() {
    description();
    for (Source& source : made_.sources) translate(source);
    for (Indicator& indicator : made_.indicators) translate(indicator);
    for (FrameworkRow& row : made_.framework) translate(row);
    labels();
    corrections();
    judgements();
    lists();
    glossary();
  }

 private:
  void put(std::string& text, const std::string& file) { texts_.put(text, file); }

  void description() {
    const std::string file = "publication.toml";
    for (std::string* text : {&made_.title, &made_.short_title, &made_.publisher, &made_.contact,
                              &made_.notice, &made_.about, &made_.look.logo_alt})
      put(*text, file);
    for (auto* items : {&made_.navigation, &made_.footer})
      for (NavigationItem& item : *items) put(item.title, file);
    for (auto* words :
         {&made_.case_words.themes, &made_.case_words.technologies, &made_.case_words.sizes})
      for (CaseWord& word : *words)
        word.title = word.english.empty() ? texts_.of(word.title, file) : word.english;
  }

  void translate(Source& source) {
    for (std::string* text :
         {&source.title, &source.publisher, &source.document, &source.note, &source.licence})
      put(*text, "sources.toml");
    for (CheckLevel& level : source.check_levels) put(level.reason, "sources.toml");
  }

  void translate(Indicator& indicator) {
    const std::string file = "indicators/" + indicator.id + ".toml";
    for (std::string* text :
         {&indicator.title, &indicator.short_title, &indicator.description, &indicator.caution,
          &indicator.unit, &indicator.stage, &indicator.group, &indicator.numerator_name,
          &indicator.denominator_name, &indicator.count_unit})
      put(*text, file);
    const std::string table = indicator.row ? table_of(*indicator.row) : std::string();
    for (Target& target : indicator.targets) translate(target, table, file);
    if (indicator.row) translate(*indicator.row);
  }

  // A number is written by the program.
  void translate(Target& target, const std::string& table, const std::string& file) {
    const bool is_number = target.number && (target.kind == Target::Kind::number ||
                                             target.kind == Target::Kind::at_least ||
                                             target.kind == Target::Kind::at_most);
    if (!is_number) target.text = texts_.printed(target.text, table, file);
  }

  const std::string& table_of(const FrameworkRow& row) const {
    static const std::string none;
    const int source = row.origin.source;
    return source < 0 ? none : made_.sources[static_cast<std::size_t>(source)].file;
  }

  void translate(FrameworkRow& row) {
    const std::string& table = table_of(row);
    for (std::string* text :
         {&row.title, &row.stage, &row.group, &row.unit, &row.basis, &row.better, &row.definition})
      *text = texts_.printed(*text, table, table);
    for (Target& target : row.targets) translate(target, table, table);
  }

  // What the codes of a breakdown are called: as a table of labels prints it, or as the program
  // does for effect reports.
  void labels() {
    for (auto& [key, labels] : made_.labels) {
      const auto source = std::find_if(
          made_.sources.begin(), made_.sources.end(),
          [&, name = key](const Source& each) { return each.label_breakdown == name; });
      const std::string file = source != made_.sources.end() ? source->file
                               : key == "programme"          ? std::string("programmes.toml")
                                                             : std::string("publication.toml");
      for (auto& [code, label] : labels) label = texts_.of(label, file);
    }
  }

  void corrections() {
    for (Correction& correction : made_.corrections)
      for (std::string* text : {&correction.reason, &correction.decided_by})
        put(*text, "corrections.toml");
  }

  void judgements() {
    for (Judgement& judgement : made_.accessibility.judged)
      for (std::string* text : {&judgement.reason, &judgement.decided_by})
        put(*text, "accessibility.toml");
  }

  void translate(Contact& contact) {
    for (std::string* text : {&contact.name, &contact.run_by, &contact.about, &contact.hours})
      put(*text, "contacts.toml");
  }

  void lists() {
    for (Programme& programme : made_.programmes) put(programme.title, "programmes.toml");
    for (Waiver& waiver : made_.waivers)
      for (std::string* text : {&waiver.reason, &waiver.decided_by}) put(*text, "duty.toml");
    for (Event& event : made_.events)
      for (std::string* text : {&event.title, &event.audience, &event.organiser, &event.apply,
                                &event.contact, &event.about, &event.place, &event.online})
        put(*text, "events/" + event.id + ".toml");
    for (auto* contact : {&made_.contacts.department, &made_.contacts.centre})
      if (*contact) translate(**contact);
    for (Contact& contact : made_.contacts.associations) translate(contact);
  }

  // Terms are found at the beginning of a sentence and in the plural too.
  static void add_forms(GlossaryTerm& term) {
    std::vector<std::string> forms = {term.name};
    forms.insert(forms.end(), term.also.begin(), term.also.end());
    for (std::size_t at = 0, all = forms.size(); at < all; ++at) forms.push_back(forms[at] + 's');
    term.also.clear();
    for (const std::string& form : forms) {
      std::string capital = form, small = form;
      capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(form[0])));
      const bool is_word = form.size() > 1 && std::islower(static_cast<unsigned char>(form[1]));
      if (is_word) small[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(form[0])));
      for (const std::string& each : {capital, small})
        if (each != term.name) term.also.push_back(each);
    }
  }

  void glossary() {
    for (GlossaryTerm& term : made_.glossary) {
      for (std::string* text : {&term.name, &term.text}) put(*text, "glossary.toml");
      for (std::string& word : term.also) put(word, "glossary.toml");
      if (!term.name.empty()) add_forms(term);
    }
    std::stable_sort(made_.glossary.begin(), made_.glossary.end(),
                     [](const GlossaryTerm& a, const GlossaryTerm& b) { return a.name < b.name; });
  }

  Publication& made_;
  Texts& texts_;
};

// Texts of tables by what is printed.
std::map<std::string, std::string> printed_texts(const Translation& translation) {
  std::map<std::string, std::string> printed;
  for (const auto& [text, translated] : translation.texts) printed[text] = translated.text;
  for (const auto& [file, texts] : translation.files)
    if (file.starts_with("raw/"))
      for (const auto& [text, translated] : texts) {
        printed.try_emplace(text, translated.text);
        printed[file + '\n' + text] = translated.text;
      }
  return printed;
}

}  // namespace

Publication translated(Disk& disk, const Publication& publication,
                       std::map<std::string, std::string> words, Findings& findings) {
  Publication made = publication;
  const Translation& translation = publication.translation;
  made.language = translation.language;
  made.base = translation.language + '/';
  made.singulars = singulars(words, translation);
  made.words = std::move(words);
  made.both_years = false;
  made.printed = printed_texts(translation);
  made.pages = publication.translated_pages;
  made.practices = publication.translated_practices;
  made.projects = publication.translated_projects;
  Texts texts(disk, publication.folder, translation, findings);
  Translator(made, texts).all();
  report_missing_singulars(publication, made, texts, findings);
  texts.report_unused();
  return made;
}

}  // namespace yokoten
