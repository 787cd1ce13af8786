import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ('search', '0002_cards_and_counts'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='document',
            name='search_document_categories',
        ),
        migrations.RemoveIndex(
            model_name='document',
            name='search_document_sellers',
        ),
        migrations.RemoveIndex(
            model_name='document',
            name='search_document_newest',
        ),
        migrations.RemoveIndex(
            model_name='document',
            name='search_document_price',
        ),
        migrations.AddIndex(
            model_name='document',
            index=django.contrib.postgres.indexes.GinIndex(fields=['names'], name='search_document_names'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=django.contrib.postgres.indexes.GinIndex(fields=['facets'], name='search_document_facets'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(models.OrderBy(models.F('in_stock'), descending=True), models.OrderBy(models.F('published_at'), descending=True), models.F('product'), name='search_document_by_newest'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(models.OrderBy(models.F('in_stock'), descending=True), models.F('price_minor'), models.F('product'), name='search_document_by_price'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(models.OrderBy(models.F('in_stock'), descending=True), models.OrderBy(models.F('price_minor'), descending=True), models.F('product'), name='search_document_by_dearest'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(models.OrderBy(models.F('in_stock'), descending=True), models.OrderBy(models.F('discount_bp'), descending=True), models.F('product'), name='search_document_by_saving'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(models.OrderBy(models.F('in_stock'), descending=True), models.F('origin'), models.F('product'), name='search_document_by_origin'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(django.db.models.functions.text.MD5('title'), name='search_document_title'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('card', {})), fields=['updated_at'], name='search_document_unwritten'),
        ),
    ]
