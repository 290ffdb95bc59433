package md.portar.core.faq;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;

/** Reads the files of a pack; whatever it cannot read is reported and left out, so that one look shows all mistakes. */
final class PackReader {
    private static final Set<String> INDEX_KEYS = Set.of("version", "languages", "topics");
    private static final Set<String> TOPIC_KEYS =
            Set.of("id", "pseudo", "category", "flags", "related", "ro", "ru", "en");
    private static final Set<String> TEXT_KEYS = Set.of("title", "long-title", "answer", "keywords", "phrasings");
    private static final Set<String> LANGUAGE_KEYS = Set.of("ro", "ru", "en");

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final PackFiles files;
    private final PackProblems problems;

    PackReader(PackFiles files, PackProblems problems) {
        this.files = files;
        this.problems = problems;
    }

    PackSource read() {
        List<TopicSource> topics = new ArrayList<>();
        Set<TopicId> ids = new HashSet<>();
        for (String file : topicFiles()) {
            open(file).flatMap(place -> topic(file, place)).ifPresent(topic -> {
                if (ids.add(topic.id())) {
                    topics.add(topic);
                } else {
                    problems.add(
                            file,
                            "id",
                            "another file has the same id " + topic.id().value());
                }
            });
        }
        return new PackSource(topics, none(), concepts(), placeholders());
    }

    private List<String> topicFiles() {
        Set<String> named = new LinkedHashSet<>();
        open("pack.yaml").ifPresent(index -> {
            index.expectOnly(INDEX_KEYS);
            if (!index.at("topics").exists()) {
                index.at("topics").problem("is missing; list the topic ids");
            }
            for (String id : index.at("topics").texts()) {
                if (!named.add("topics/" + id + ".yaml")) {
                    index.at("topics").problem("names " + id + " twice");
                }
            }
        });
        for (String file : files.topicFiles()) {
            if (!named.contains(file)) {
                problems.add(file, "", "is not named in pack.yaml");
            }
        }
        return List.copyOf(named);
    }

    private Optional<TopicSource> topic(String file, YamlPlace place) {
        place.expectOnly(TOPIC_KEYS);
        Optional<TopicId> id = topicId(place.at("id"), place.at("id").text());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!file.equals("topics/" + id.get().value() + ".yaml")) {
            place.at("id").problem("must be the name of the file");
        }
        boolean pseudo = place.at("pseudo").flag();
        List<TopicId> related = new ArrayList<>();
        for (String name : place.at("related").texts()) {
            topicId(place.at("related"), name).ifPresent(related::add);
        }
        Map<Language, TopicSource.Texts> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            YamlPlace one = place.at(language.code());
            if (one.isMap()) {
                texts.put(language, texts(one, pseudo));
            } else {
                one.problem("translation is missing");
            }
        }
        String category = pseudo ? "" : place.at("category").text();
        Set<String> flags = Set.copyOf(place.at("flags").texts());
        return Optional.of(new TopicSource(id.get(), file, pseudo, category, flags, related, texts));
    }

    private static TopicSource.Texts texts(YamlPlace place, boolean pseudo) {
        place.expectOnly(TEXT_KEYS);
        return new TopicSource.Texts(
                pseudo ? "" : place.at("title").text(),
                pseudo ? "" : place.at("long-title").text(),
                pseudo ? "" : place.at("answer").text(),
                place.at("keywords").texts(),
                place.at("phrasings").texts());
    }

    private static Optional<TopicId> topicId(YamlPlace place, String value) {
        try {
            return Optional.of(new TopicId(value));
        } catch (IllegalArgumentException e) {
            if (!value.isEmpty()) {
                place.problem("is not a topic id; letters, digits, - and _ only");
            }
            return Optional.empty();
        }
    }

    /** Either a list a language, or a list a kind (near, far…) a language. */
    private Map<Language, List<String>> none() {
        Map<Language, List<String>> none = new EnumMap<>(Language.class);
        open("none.yaml").ifPresent(file -> {
            for (Language language : Language.values()) {
                YamlPlace place = file.at(language.code());
                List<String> phrasings = new ArrayList<>();
                if (place.isMap()) {
                    place.names()
                            .forEach(kind -> phrasings.addAll(place.at(kind).texts()));
                } else {
                    phrasings.addAll(place.texts());
                }
                none.put(language, phrasings);
            }
        });
        return none;
    }

    private Map<String, Map<Language, List<String>>> concepts() {
        Map<String, Map<Language, List<String>>> concepts = new LinkedHashMap<>();
        open("concepts.yaml").ifPresent(file -> {
            for (String concept : file.names()) {
                YamlPlace place = file.at(concept);
                place.expectOnly(LANGUAGE_KEYS);
                Map<Language, List<String>> words = new EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    words.put(language, place.at(language.code()).texts());
                }
                concepts.put(concept, words);
            }
        });
        return concepts;
    }

    private Map<String, Map<Language, String>> placeholders() {
        Map<String, Map<Language, String>> placeholders = new LinkedHashMap<>();
        open("placeholders.yaml").ifPresent(file -> {
            for (String name : file.names()) {
                YamlPlace place = file.at(name);
                place.expectOnly(LANGUAGE_KEYS);
                Map<Language, String> wordings = new EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    wordings.put(language, place.at(language.code()).text());
                }
                placeholders.put(name, wordings);
            }
        });
        return placeholders;
    }

    private Optional<YamlPlace> open(String file) {
        try {
            Optional<String> text = files.read(file);
            if (text.isEmpty()) {
                problems.add(file, "", "file is missing");
                return Optional.empty();
            }
            JsonNode root = yaml.readTree(text.get());
            if (!root.isObject()) {
                problems.add(file, "", "must be a map of keys");
                return Optional.empty();
            }
            return Optional.of(new YamlPlace(file, "", root, problems));
        } catch (JsonProcessingException e) {
            problems.add(file, line(e), "", "broken YAML" + where(e) + ": " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(file, "", "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String where(JsonProcessingException e) {
        return line(e) == YamlLines.UNKNOWN ? "" : " in line " + line(e);
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null
                ? YamlLines.UNKNOWN
                : Math.max(YamlLines.UNKNOWN, e.getLocation().getLineNr());
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
