package md.portar.core.faq;

/** The known features of a message, by ascending id, with their weights. Arrays are never changed after construction. */
@SuppressWarnings("ArrayRecordComponent") // internal; never compared
record SparseVector(int[] ids, float[] values) {
    int size() {
        return ids.length;
    }

    double dot(SparseVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < ids.length && j < other.ids.length) {
            int order = Integer.compare(ids[i], other.ids[j]);
            if (order == 0) {
                sum += values[i++] * other.values[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
