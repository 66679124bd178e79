# The API and the indexer; which of them runs is the command's choice.
FROM python:3.13-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-dan \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --uid 10001 referatsoeg \
    && install -d -o referatsoeg -g referatsoeg /data
WORKDIR /app

COPY requirements/lock.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/lock.txt
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

USER referatsoeg
ENV REFERATSOEG_DATA_DIR=/data \
    REFERATSOEG_API__HOST=0.0.0.0 \
    PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["referatsoeg"]
CMD ["serve"]
