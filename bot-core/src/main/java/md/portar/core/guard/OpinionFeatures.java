package md.portar.core.guard;

/**
 * Describes a candidate by what stands around it: words, beginnings of words, letters, roles, neighbours in order, the nearest
 * words that say what a number is, the message as a whole and the conversation. Every feature is a number below {@link FeatureList#SPACE};
 * two may share one. Not thread-safe; one for each text.
 */
final class OpinionFeatures {
    private static final int REACH = 9;
    private static final int REACH_OF_LETTERS = 5;
    private static final int REACH_OF_ORDER = 4;
    private static final int REACH_OF_QUALIFIERS = 12;
    private static final int REACH_OF_KEYWORDS = 24;
    private static final int MOST_IN_BAG = 64;
    private static final int MOST_QUALIFIERS = 2;
    private static final Role[] KEYWORDS = {
        Role.PASSWORD, Role.PIN, Role.CVV, Role.OTP, Role.CODE, Role.CARD, Role.SMS, Role.LOGIN
    };
    private static final long BEGINNING = 77;
    private static final long UNKNOWN = 5;

    private final Analysis analysis;
    private final Tokens tokens;
    private final Sounds sounds;
    private final ConversationContext context;
    private final NumberVetoes vetoes;
    private final Qualifier[] qualifiers;
    private final int[][] bags = new int[2][];
    private final FeatureList found = new FeatureList();
    private long shape;

    OpinionFeatures(Analysis analysis, ConversationContext context) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.sounds = new Sounds(tokens);
        this.context = context;
        this.vetoes = new NumberVetoes(analysis);
        this.qualifiers = new Qualifier[tokens.count];
    }

    /** Fills {@link #ids()} with the features of this candidate alone. */
    void read(Candidate candidate) {
        shape = 1000L + candidate.shape().place();
        found.clear(shape);
        for (int side = -1; side <= 1; side += 2) {
            around(candidate, side);
            order(candidate, side);
            qualifiers(candidate, side);
        }
        neighbours(candidate);
        keywords(candidate);
        itself(candidate);
        whole();
    }

    /** What {@link #read} found; only the first {@link #size()} count. */
    int[] ids() {
        return found.ids();
    }

    int size() {
        return found.size();
    }

    /** What the whole message adds to every number, or to every candidate that is none. */
    int[] bag(boolean number) {
        int which = number ? 0 : 1;
        int[] bag = bags[which];
        if (bag == null) {
            int most = Math.min(tokens.count, MOST_IN_BAG);
            bag = new int[most];
            for (int i = 0; i < most; i++) {
                bag[i] = FeatureList.id(Hashes.mix(sounds.stemAt(i), which, 400));
            }
            bags[which] = bag;
        }
        return bag;
    }

    private void add(long key) {
        found.add(key);
    }

    private void both(long key) {
        found.both(key);
    }

    private static int bucket(int distance) {
        return distance <= 2 ? distance : distance <= 4 ? 3 : distance <= 8 ? 4 : 5;
    }

    private static int token(Candidate candidate, int side, int distance) {
        return side < 0 ? candidate.first() - distance : candidate.last() + distance;
    }

    private boolean isInside(int token) {
        return token >= 0 && token < tokens.count;
    }

    private void around(Candidate candidate, int side) {
        long before = UNKNOWN;
        for (int distance = 1; distance <= REACH; distance++) {
            int i = token(candidate, side, distance);
            long place = Hashes.mix(side, bucket(distance));
            if (!isInside(i)) {
                both(Hashes.mix(place, 200));
                add(Hashes.mix(before, side, 216));
                return;
            }
            long stem = sounds.stemAt(i);
            add(Hashes.mix(place, sounds.wordAt(i), 201));
            both(Hashes.mix(place, stem, 202));
            both(Hashes.mix(side, stem, 203));
            add(Hashes.mix(side, sounds.wordAt(i), 209));
            add(Hashes.mix(before, stem, place, 204));
            add(Hashes.mix(Hashes.mix(before, stem, side), candidate.shape().isNumber() ? 1 : 2, 207));
            before = stem;
            roles(i, side, place);
            if (distance <= REACH_OF_LETTERS) {
                for (int k = sounds.firstGram(i); k < sounds.endOfGrams(i); k++) {
                    add(Hashes.mix(sounds.gram(k), side, 210));
                }
            }
        }
    }

    private void roles(int token, int side, long place) {
        for (long left = tokens.roles[token]; left != 0; left &= left - 1) {
            int role = Long.numberOfTrailingZeros(left);
            both(Hashes.mix(place, role, 205));
            both(Hashes.mix(side, role, 206));
        }
        if (tokens.roles[token] == 0 && tokens.is(token, Tokens.WORD)) {
            both(Hashes.mix(place, 208));
        }
    }

    /** A token by its roles together; unknown words are all alike. */
    private long role(int token) {
        if (!isInside(token)) {
            return BEGINNING;
        }
        long roles = tokens.roles[token];
        return !tokens.is(token, Tokens.WORD) ? sounds.wordAt(token) : roles == 0 ? UNKNOWN : Hashes.mix(roles, 9);
    }

    private void order(Candidate candidate, int side) {
        long path = side;
        for (int distance = 1; distance <= REACH_OF_ORDER; distance++) {
            int i = token(candidate, side, distance);
            path = Hashes.mix(path, role(i));
            both(Hashes.mix(path, 600));
            if (!isInside(i)) {
                return;
            }
        }
    }

    private void qualifiers(Candidate candidate, int side) {
        int count = 0;
        for (int distance = 1; distance <= REACH_OF_QUALIFIERS && count < MOST_QUALIFIERS; distance++) {
            int i = token(candidate, side, distance);
            if (!isInside(i)) {
                break;
            }
            Qualifier qualifier = qualifier(i);
            if (qualifier != Qualifier.NONE) {
                count++;
                long which = Hashes.mix(side, qualifier.place(), count);
                both(Hashes.mix(which, 500));
                add(Hashes.mix(which, bucket(distance), shape, 501));
            }
        }
        if (count == 0) {
            add(Hashes.mix(side, shape, 502));
        }
    }

    private Qualifier qualifier(int token) {
        Qualifier known = qualifiers[token];
        if (known == null) {
            known = new Qualifiers(tokens).at(token);
            qualifiers[token] = known;
        }
        return known;
    }

    private void neighbours(Candidate candidate) {
        int before = candidate.first() - 1;
        int after = candidate.last() + 1;
        both(Hashes.mix(
                isInside(before) ? sounds.stemAt(before) : BEGINNING,
                isInside(after) ? sounds.stemAt(after) : BEGINNING,
                215));
        long sides = Hashes.mix(role(before), role(after));
        add(Hashes.mix(sides, shape, 601));
        add(Hashes.mix(sides, role(before - 1), shape, 602));
        add(Hashes.mix(sides, role(after + 1), shape, 603));
    }

    /** Where the nearest word of each kind of secret stands. */
    private void keywords(Candidate candidate) {
        for (Role keyword : KEYWORDS) {
            if ((tokens.all & keyword.bit) == 0) {
                add(Hashes.mix(keyword.bit, shape, 702));
                continue;
            }
            for (int distance = 1; distance <= REACH_OF_KEYWORDS; distance++) {
                int side = tokens.has(candidate.first() - distance, keyword)
                        ? -1
                        : tokens.has(candidate.last() + distance, keyword) ? 1 : 0;
                if (side != 0) {
                    add(Hashes.mix(keyword.bit, side, Math.min(distance, REACH), 700));
                    add(Hashes.mix(Hashes.mix(keyword.bit, side, bucket(distance)), shape, 703));
                    add(Hashes.mix(keyword.bit, side, shape, 701));
                    break;
                }
            }
        }
    }

    private void itself(Candidate candidate) {
        add(shape);
        add(Hashes.mix(Math.min(analysis.numbers.size(), 3), shape, 302));
        Num number = candidate.number();
        if (number != null) {
            number(number);
            return;
        }
        int first = candidate.first();
        add(Hashes.mix(Math.min(candidate.last() - first, 4), shape, 333));
        add(Hashes.mix(Math.min(candidate.end() - candidate.start(), 12), 320));
        add(Hashes.mix(sounds.wordAt(first), 321));
        add(Hashes.mix(sounds.stemAt(first), 322));
        for (int k = sounds.firstGram(first); k < sounds.endOfGrams(first); k++) {
            add(Hashes.mix(sounds.gram(k), 323));
        }
        for (long left = tokens.roles[first]; left != 0; left &= left - 1) {
            add(Hashes.mix(Long.numberOfTrailingZeros(left), 324));
        }
        if (tokens.is(first, Tokens.MIXED)) {
            mixed(first);
        }
    }

    private void number(Num number) {
        String digits = number.digits();
        boolean year = number.size() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
        both(Hashes.mix(vetoes.apply(number) ? 1 : 0, 311));
        add(Hashes.mix(number.size(), 303));
        add(Hashes.mix(number.groups(), number.spelled() ? 1 : 0, 304));
        add(Hashes.mix(digits.charAt(0), 305));
        add(Hashes.mix(year ? 1 : 0, 306));
        if (digits.endsWith("00")) {
            add(Hashes.mix(digits.endsWith("000") ? 1 : 0, 307));
        }
        if (number.size() >= 8 && digits.charAt(0) == '0') {
            add(309);
        }
    }

    private void mixed(int token) {
        int digits = 0;
        int capitals = 0;
        for (int k = tokens.start[token]; k < tokens.end[token]; k++) {
            digits += NormText.isDigit(tokens.text.chars[k]) ? 1 : 0;
            capitals += tokens.text.isUpper(k) ? 1 : 0;
        }
        int letters = tokens.length(token) - digits;
        add(Hashes.mix(Math.min(digits, 6), 325));
        add(Hashes.mix(capitals == 0 ? 0 : capitals == letters ? 2 : 1, 326));
        add(Hashes.mix(Math.min(letters, 5), 327));
    }

    /** The message and what went before it. */
    private void whole() {
        for (long left = tokens.all; left != 0; left &= left - 1) {
            add(Hashes.mix(Long.numberOfTrailingZeros(left), shape, 401));
        }
        long strength = context.turnsLeft == 0 ? 0 : context.strength.place();
        add(Hashes.mix(strength, shape, 412));
        add(Hashes.mix(context.expectation.place(), shape, 413));
        if (strength > 0) {
            for (SecretKind kind : context.topics) {
                long topic = Hashes.mix(kind.name().hashCode(), strength, shape);
                add(Hashes.mix(topic, 414));
                add(Hashes.mix(topic, Math.min(tokens.count, 6), 415));
            }
        }
        add(Hashes.mix(Math.min(tokens.count / 3, 8), shape, 416));
    }
}
