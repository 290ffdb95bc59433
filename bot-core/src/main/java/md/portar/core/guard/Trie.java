package md.portar.core.guard;

import java.util.Arrays;

/** Words and beginnings of words with a payload each, walked one character at a time. Filled once, then only read. */
final class Trie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << 12];
    private int[] children = new int[1 << 12];
    private int edges;
    private long[] exact = new long[1 << 10];
    private long[] prefix = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int nodes = 1;

    /** Adds roles to a word, or to everything that begins with it. */
    void add(String word, boolean asPrefix, long roles) {
        int node = path(word);
        if (asPrefix) {
            prefix[node] |= roles;
        } else {
            exact[node] |= roles;
        }
    }

    void addNumber(String word, int number) {
        numbers[path(word)] = number;
    }

    boolean contains(String word) {
        int node = ROOT;
        for (int i = 0; i < word.length() && node != NONE; i++) {
            node = next(node, word.charAt(i));
        }
        return node != NONE && (exact[node] | prefix[node] | numbers[node]) != 0;
    }

    int next(int node, char c) {
        long key = ((long) node << 16 | c) + 1;
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return children[slot];
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    /** Roles of the word that ends at this node. */
    long exact(int node) {
        return exact[node];
    }

    /** Roles of every word that begins with the characters up to this node. */
    long prefix(int node) {
        return prefix[node];
    }

    int number(int node) {
        return numbers[node];
    }

    private int path(String word) {
        int node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            int child = next(node, word.charAt(i));
            node = child == NONE ? link(node, word.charAt(i)) : child;
        }
        return node;
    }

    private int link(int node, char c) {
        if (edges * 2 >= keys.length) {
            grow();
        }
        if (nodes == exact.length) {
            exact = Arrays.copyOf(exact, nodes * 2);
            prefix = Arrays.copyOf(prefix, nodes * 2);
            numbers = Arrays.copyOf(numbers, nodes * 2);
        }
        insert(((long) node << 16 | c) + 1, nodes);
        edges++;
        return nodes++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void insert(long key, int child) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private static int slot(long key, int mask) {
        return (int) (key * MIX >>> 40) & mask;
    }
}
